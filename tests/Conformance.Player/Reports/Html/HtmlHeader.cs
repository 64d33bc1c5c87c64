using System.Globalization;
using System.Xml.Linq;
using Conformance.Scenarios.Verdicts;
using static Conformance.Player.Reports.Html.Markup;

namespace Conformance.Player.Reports.Html;

/// <summary>The head of the page: what was tested, and what came of it, at one glance.</summary>
internal static class HtmlHeader
{
    public static XElement Of(FinishedRun run) => new(
        "header",
        El("p", "dim", "Single sign-on conformance"),
        El("h1", null, run.Target),
        El("p", "sentence", Sentence(run)),
        El("div", "card", Tiles(run), Bar(run), Facts(
            ("Target", Words(run.TargetFile, run.Flaws.Count == 0 ? null : $"on purpose with the flaw {string.Join(", ", run.Flaws)}")),
            ("Identity provider", run.Idp),
            ("When", $"{run.Began.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC, for {Seconds(run.Took)}"),
            ("Played", $"{run.Played.Http} over HTTP, {run.Played.Browser} in the browser, {run.ControlsPlayed} controls"),
            ("Browser", run.Browser),
            ("Strict", run.IsStrict ? "yes: a recommendation that is not followed fails" : null))));

    private static string Sentence(FinishedRun run)
    {
        var failed = run.Summary.Count(Verdict.Failed);
        var warnings = run.Summary.Count(Verdict.Warning);
        var unclear = run.Summary.Count(Verdict.Inconclusive) + run.Summary.Count(Verdict.Error);
        return run switch
        {
            { Unavailable: { } reason } => $"Nothing was played: {reason}",
            { Summary.HadPositiveLogin: false } => "Nobody could be signed in, so nothing can be said.",
            _ when failed > 0 => $"{failed} of {run.Results.Count} {(failed == 1 ? "checks shows" : "checks show")} that the service provider does not do what it must.",
            _ when unclear > 0 => $"Nothing failed, but {unclear} of {run.Results.Count} {(unclear == 1 ? "check says" : "checks say")} nothing.",
            _ when run.Summary.KnownFailureFindings.Count > 0 => "Nothing new failed, but the list of known failures is out of date.",
            _ when warnings > 0 => $"It does all that it must; {warnings} {(warnings == 1 ? "recommendation is" : "recommendations are")} not followed.",
            _ => $"It does all that was checked: {run.Summary.Count(Verdict.Passed)} of {run.Results.Count} passed.",
        };
    }

    private static XElement Tiles(FinishedRun run) => El("ul", "tiles", [.. VerdictWords.InOrder.Reverse()
        .Select(word => (word.Key, word.Title, Count: VerdictWords.Count(run, word.Key)))
        .Where(word => word.Count > 0 || word.Key is "passed" or "failed")
        .Select(word => El("li", word.Count == 0 ? "none" : word.Key, El("b", null, word.Count.ToString(CultureInfo.InvariantCulture)), word.Title.ToLowerInvariant()))]);

    private static XElement? Bar(FinishedRun run) => run.Results.Count == 0 ? null : El("div", "bar", [.. VerdictWords.InOrder.Reverse()
        .Select(word => (word.Key, Count: VerdictWords.Count(run, word.Key)))
        .Where(word => word.Count > 0)
        .Select(word => new XElement("span", new XAttribute("class", word.Key), new XAttribute("style", $"flex-grow:{word.Count}"), string.Empty))]);

    private static string Words(string first, string? second) => second is null ? first : $"{first}, {second}";

    private static string Seconds(TimeSpan span) => span.TotalMinutes >= 2
        ? $"{(int)span.TotalMinutes} min {span.Seconds} s"
        : $"{span.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
}
