using System.Globalization;
using System.Xml.Linq;
using Conformance.Scenarios.Verdicts;
using static Conformance.Player.Reports.Html.Markup;

namespace Conformance.Player.Reports.Html;

/// <summary>Results of which a line is enough: known failures, properties, skipped, passed.</summary>
internal static class HtmlLists
{
    public static XElement? Known(FinishedRun run) => Table(
        "Known failures",
        [.. run.Results.Where(result => result.Known is not null)],
        ["Address", "What happens", "Why it is not repaired", "Who, until"],
        result => [Address(result), result.Actual ?? result.Reason ?? string.Empty, result.Known!.Reason, $"{result.Known.Owner}, {result.Known.Expires:yyyy-MM-dd}"]);

    public static XElement? Properties(FinishedRun run) => Table(
        "Properties: what it does where it may choose",
        [.. run.Results.Where(result => result is { Property: not null, Known: null })],
        ["Address", "Level", "Property"],
        result => [Address(result), result.Level.ToString().ToLowerInvariant(), result.Property!]);

    /// <summary>What the root cause kept from being played.</summary>
    public static XElement? Echoes(FinishedRun run)
    {
        var echoes = run.Results.Where(run.IsEcho).ToList();
        return echoes.Count == 0 ? null : new XElement(
            "section",
            new XAttribute("data-group", "yes"),
            Title("Not played, because of the one cause above", echoes.Count),
            El("div", "card", Folded("Addresses", echoes, ["Address", "What it would have checked"], result => [Address(result), result.Requirement])));
    }

    public static XElement? Skipped(FinishedRun run)
    {
        var skipped = run.Results.Where(result => result is { Verdict: Verdict.Skipped, Known: null }).ToList();
        return skipped.Count == 0 ? null : new XElement(
            "section",
            new XAttribute("data-group", "yes"),
            Title("Skipped: it does not apply to this target", skipped.Count),
            El("div", "card", [.. skipped.GroupBy(result => result.Reason ?? "no reason is known", StringComparer.Ordinal).OrderByDescending(reason => reason.Count())
                .Select(reason => Folded(reason.Key, [.. reason], ["Address", "What it would have checked"], result => [Address(result), result.Requirement]))]));
    }

    public static XElement? Passed(FinishedRun run)
    {
        var passed = run.Results.Where(result => result is { Verdict: Verdict.Passed, Known: null }).ToList();
        return passed.Count == 0 ? null : new XElement(
            "section",
            new XAttribute("data-group", "yes"),
            Title("Passed", passed.Count),
            El("div", "card", [.. passed.GroupBy(FolderOf, StringComparer.Ordinal)
                .Select(folder => Folded(folder.Key, [.. folder], ["Address", "What was done", "By", "ms"], PassedCells))]));
    }

    private static object[] PassedCells(CaseResult result) =>
        [Address(result), El("span", null, result.Name, El("div", "dim", Seen(result))), result.Driver ?? string.Empty, result.Duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)];

    private static string Seen(CaseResult result) => result.Control is null ? result.Actual ?? string.Empty : $"{result.Actual}; control: {result.Control}";

    private static XElement? Table(string title, List<CaseResult> results, string[] heads, Func<CaseResult, object[]> cells) => results.Count == 0
        ? null
        : new XElement("section", new XAttribute("data-group", "yes"), Title(title, results.Count), El("div", "card", Rows(results, heads, cells)));

    private static XElement Folded(string title, List<CaseResult> results, string[] heads, Func<CaseResult, object[]> cells) => new(
        "details",
        new XAttribute("data-group", "yes"),
        El("summary", null, title, El("span", "dim", $" {results.Count}")),
        Rows(results, heads, cells));

    private static XElement Rows(List<CaseResult> results, string[] heads, Func<CaseResult, object[]> cells) => El(
        "table",
        null,
        El("thead", null, El("tr", null, [.. heads.Select(head => El("th", head == "ms" ? "number" : null, head))])),
        El("tbody", null, [.. results.Select(result => new XElement(
            "tr",
            Filtered(VerdictWords.KeyOf(result), result.Address, result.Name, result.Requirement, string.Join(' ', result.Spec)),
            cells(result).Select((cell, column) => El("td", heads[column] switch { "ms" => "number", "By" or "Level" => "nowrap", _ => null }, cell))))]));

    private static XElement Address(CaseResult result) => El("code", null, result.Address);

    private static string FolderOf(CaseResult result)
    {
        var parts = result.Address.Split('/');
        return parts.Length < 2 ? result.Address : $"{parts[0]}/{parts[1]}";
    }
}
