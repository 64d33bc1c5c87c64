using System.Xml.Linq;
using Conformance.Player.Preflights;
using Conformance.Scenarios.Verdicts;
using static Conformance.Player.Reports.Html.Markup;

namespace Conformance.Player.Reports.Html;

/// <summary>What tells a reader whether the run can be believed at all.</summary>
internal static class HtmlBelief
{
    public static XElement Of(FinishedRun run) => El(
        "section", null, El("h2", null, "Can this run be believed?"), El("div", "card", El("ul", "checks", [.. Points(run)]), Preflight(run)));

    /// <summary>What the preflight found out about the target.</summary>
    public static XElement? Discovered(FinishedRun run) => run.Preflight.Discovered.Count == 0 ? null : El(
        "section",
        null,
        El("h2", null, "What the service provider was seen to do"),
        El("div", "card", Facts(run.Preflight.Discovered.Select(entry => (entry.Key, (object?)entry.Value)))));

    private static IEnumerable<XElement> Points(FinishedRun run)
    {
        if (run.RootCause is { } cause)
        {
            yield return Point("failed", "×", $"One cause stands behind everything that was not played: {cause}");
        }

        if (run.RestartsSentence is { } restarts)
        {
            yield return Point("warning", "!", El("span", null, $"{restarts}:", El("ul", null, [.. run.Outages.Select(outage => El("li", null, outage))])));
        }

        if (run.Preflight.Failure is null && run.Preflight.Checks.Count > 0)
        {
            yield return Point("passed", "✓", $"Preflight: {run.Preflight.Checks.Count(check => check.Outcome == PreflightOutcome.Passed)} of {run.Preflight.Checks.Count} checks are well.");
        }

        yield return run.Summary.HadPositiveLogin
            ? Point("passed", "✓", "A valid login signs the right person in, so a refusal means something.")
            : Point("failed", "×", "Nobody could be signed in, so no refusal means anything.");
        var overturned = run.Results.Count(result => result is { Verdict: Verdict.Inconclusive, Driver: not null });
        yield return (overturned, run.RestartsSentence) switch
        {
            (0, null) => Point("passed", "✓", $"Controls: {run.ControlsPlayed} times the same message without the fault was played, and signed in."),
            (0, _) => Point("passed", "✓", $"Controls: {run.ControlsPlayed} were played. What one that failed had vouched for was played again, beside one that signed in."),
            _ => Point("warning", "!", $"Controls: {run.ControlsPlayed} were played; {overturned} results do not stand, and are inconclusive."),
        };
        yield return run.TlsWaiver is null
            ? Point("passed", "✓", "TLS certificates were checked.")
            : Point("warning", "!", $"TLS certificates of the target were not checked: {run.TlsWaiver}");
        yield return run.BlockedHosts.Count == 0
            ? Point("passed", "✓", "No page asked for a host that was not there.")
            : Point("warning", "!", $"Pages asked for hosts that are not on the bench, and got nothing: {string.Join(", ", run.BlockedHosts)}");
        foreach (var finding in run.Summary.KnownFailureFindings)
        {
            yield return Point("failed", "×", finding);
        }
    }

    private static XElement? Preflight(FinishedRun run) => run.Preflight.Checks.Count == 0 ? null : new XElement(
        "details",
        run.Preflight.IsReady ? null : new XAttribute("open", "open"),
        El("summary", null, "Preflight, check by check"),
        El("ul", "checks", [.. run.Preflight.Checks.Select(Check)]));

    private static XElement Check(PreflightCheck check)
    {
        var (tone, sign) = check.Outcome switch
        {
            PreflightOutcome.Passed => ("passed", "✓"),
            PreflightOutcome.Noted => ("warning", "!"),
            PreflightOutcome.Failed => ("failed", "×"),
            _ => ("skipped", "–"),
        };
        return Point(tone, sign, El("span", null, El("code", null, check.Id), $" {check.Name}. ", El("span", "dim", check.Sentence), check.Remedy is null ? null : El("p", null, $"→ {check.Remedy}")));
    }

    private static XElement Point(string tone, string sign, object content) => El("li", tone, El("b", null, sign), content is string ? El("span", null, content) : content);
}
