using Conformance.Player.Settings;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Reports;

/// <summary>Makes a result fit to be shown: without secrets, with paths as a person would write them, with what its target's file says of it.</summary>
/// <param name="suite">What the files say.</param>
public sealed class ResultEditor(Suite suite)
{
    /// <summary>What may stand in no report; the cookies of single results come on top.</summary>
    public Redaction Redaction { get; } = Redaction.Of(suite);

    /// <summary>The result as it may be shown.</summary>
    public CaseResult Edit(CaseResult result)
    {
        var redaction = Redaction;
        if (result.Evidence is { } evidence)
        {
            redaction = redaction.With(evidence);
            result = result with { Evidence = suite.Folders.Shown(evidence) };
        }

        if (result.Verdict is not (Verdict.Passed or Verdict.Skipped) && ExplanationOf(result.Address) is { } why)
        {
            result = result with { Detail = result.Detail is null ? $"Explained: {why}" : $"Explained: {why}\n{result.Detail}" };
        }

        return redaction.Apply(result);
    }

    // An explanation may stand for a whole scenario or folder.
    private string? ExplanationOf(string address) => suite.Target.Explained
        .Where(entry => address == entry.Key || address.StartsWith(entry.Key + "/", StringComparison.Ordinal))
        .OrderByDescending(entry => entry.Key.Length).Select(entry => entry.Value).FirstOrDefault();
}
