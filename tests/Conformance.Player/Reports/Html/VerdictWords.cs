using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Reports.Html;

/// <summary>What the page calls the verdicts, and in which order it shows them.</summary>
internal static class VerdictWords
{
    public const string Known = "known";

    public static IReadOnlyList<(string Key, string Title, Verdict? Verdict)> InOrder { get; } =
    [
        ("failed", "Failed", Verdict.Failed),
        ("warning", "Warnings", Verdict.Warning),
        ("inconclusive", "Inconclusive", Verdict.Inconclusive),
        ("error", "Errors", Verdict.Error),
        (Known, "Known failures", null),
        ("skipped", "Skipped", Verdict.Skipped),
        ("passed", "Passed", Verdict.Passed),
    ];

    public static string KeyOf(CaseResult result) => result.Known is not null ? Known : result.Verdict.ToString().ToLowerInvariant();

    public static int Count(FinishedRun run, string key) => run.Results.Count(result => KeyOf(result) == key);
}
