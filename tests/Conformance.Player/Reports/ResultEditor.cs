using Conformance.Player.Settings;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Reports;

/// <summary>Makes a result fit to be shown: without secrets, with paths as a person would write them, with what its target's file says of it.</summary>
/// <param name="suite">What the files say.</param>
public sealed class ResultEditor(Suite suite)
{
    /// <summary>What may stand in no report; it knows more with every result.</summary>
    public Redaction Redaction { get; } = Redaction.Of(suite);

    /// <summary>The result as it may be shown.</summary>
    public CaseResult Edit(CaseResult result)
    {
        if (result.Evidence is { } evidence)
        {
            Redaction.Learn(evidence);
            result = result with { Evidence = suite.Folders.Shown(evidence) };
        }

        if (result.Verdict is not (Verdict.Passed or Verdict.Skipped) && ExplanationOf(result.Address) is { } why)
        {
            result = result with { Detail = result.Detail is null ? $"Explained: {why}" : $"Explained: {why}\n{result.Detail}" };
        }

        return Redaction.Apply(result);
    }

    // An explanation may stand for a whole scenario or folder.
    private string? ExplanationOf(string address) => suite.Target.Explained
        .Where(entry => address == entry.Key || address.StartsWith(entry.Key + "/", StringComparison.Ordinal))
        .OrderByDescending(entry => entry.Key.Length).Select(entry => entry.Value).FirstOrDefault();
}
