using System.Xml.Linq;
using Conformance.Scenarios.Verdicts;
using static Conformance.Player.Reports.Html.Markup;

namespace Conformance.Player.Reports.Articles;

/// <summary>
/// The page that lists every promise of the set-up articles: who has to keep it, who says so, which scenarios check it, what turns them
/// red, and, after a run, the verdicts.
/// </summary>
public static class ArticlePage
{
    private const string Style = """
        body{font:15px/1.45 system-ui,sans-serif;color:#1d2433;margin:2rem auto;max-width:90rem;padding:0 1rem}
        table{border-collapse:collapse;width:100%} th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #d9deea;overflow-wrap:anywhere}
        code{font-size:.85em} .open{background:#fff4d6} .Failed,.Error{color:#a31515;font-weight:600} .Warning,.Inconclusive{color:#8a5a00;font-weight:600}
        .Passed{color:#0a6b2d} .Skipped{color:#5a6478} td:first-child{white-space:nowrap;font-weight:600} .dim{color:#5a6478}
        """;

    /// <summary>The page's text.</summary>
    /// <param name="promises">The promises.</param>
    /// <param name="run">The run whose verdicts are shown; <c>null</c>: none was.</param>
    public static string Write(IReadOnlyList<Promise> promises, FinishedRun? run)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", "default-src 'none'; style-src 'unsafe-inline'")),
                new XElement("title", "What the set-up articles promise"),
                new XElement("style", Style)),
            new XElement(
                "body",
                El("h1", null, "What the set-up articles promise"),
                El("p", null, Sentence(promises, run)),
                El("p", "dim", "Said by: A the article says it, D derived from it. A promise with no scenario yet is open."),
                promises.Where(promise => !promise.IsFixtureCheck).GroupBy(promise => promise.Entry.Article).Select(group => Section(group.Key ?? string.Empty, [.. group], run)),
                Section(
                    "Fixture checks: what the identity provider alone has to keep, so that our look-alike of it is checked and no target's totals count it",
                    [.. promises.Where(promise => promise.IsFixtureCheck)],
                    run)));
        var text = page.ToString(SaveOptions.DisableFormatting);
        return $"<!DOCTYPE html>\n{run?.Redaction.Apply(text) ?? text}\n";
    }

    private static string Sentence(IReadOnlyList<Promise> promises, FinishedRun? run)
    {
        var open = promises.Count(promise => promise.IsOpen);
        var checkedOnes = $"{promises.Count} promises, {promises.Count - open} checked by {promises.SelectMany(promise => promise.Scenarios).Distinct().Count()} scenarios, {open} open.";
        return run is null ? checkedOnes : $"{checkedOnes} Verdicts of {run.Target}, {run.Began.UtcDateTime:yyyy-MM-dd HH:mm} UTC.";
    }

    private static XElement Section(string title, IReadOnlyList<Promise> promises, FinishedRun? run) => El(
        "section",
        null,
        Title(title, promises.Count),
        El(
            "table",
            null,
            El("thead", null, El("tr", null, [.. Heads(run).Select(head => El("th", null, head))])),
            El("tbody", null, [.. promises.Select(promise => El("tr", promise.IsOpen ? "open" : null, [.. Cells(promise, run)]))])));

    private static IEnumerable<string> Heads(FinishedRun? run) =>
        ["Id", "Who", "Said by", "Promise", "Scenarios", "What turns them red", .. run is null ? Array.Empty<string>() : ["Verdicts"]];

    private static IEnumerable<XElement> Cells(Promise promise, FinishedRun? run)
    {
        yield return El("td", null, promise.Id);
        yield return El("td", null, promise.Entry.Who ?? string.Empty);
        yield return El("td", null, promise.Entry.Source ?? string.Empty);
        yield return El("td", null, promise.Entry.Says);
        yield return El("td", null, promise.IsOpen ? promise.Entry.NotTested ?? "open" : Lines(promise.Scenarios.Select(scenario => El("code", null, scenario.Address))));
        yield return El("td", null, Lines(promise.TurnedRedBy.Select(name => El("code", null, name))));
        if (run is not null)
        {
            yield return El("td", null, Lines(Verdicts(promise, run)));
        }
    }

    private static IEnumerable<XElement> Verdicts(Promise promise, FinishedRun run)
    {
        var verdicts = run.Results.Where(result => result.Spec.Contains(promise.Entry.Key.Value)).GroupBy(result => result.Verdict).OrderBy(group => group.Key).ToList();
        return verdicts.Count == 0
            ? [El("span", "dim", "not played")]
            : verdicts.Select(group => El("span", group.Key.ToString(), group.Key is Verdict.Passed or Verdict.Skipped
                ? $"{group.Count()} {group.Key}"
                : $"{group.Count()} {group.Key}: {string.Join(", ", group.Select(result => result.Address))}"));
    }

    private static List<object> Lines(IEnumerable<XElement> elements) =>
        [.. elements.SelectMany((element, index) => index == 0 ? new object[] { element } : [new XElement("br"), element])];
}
