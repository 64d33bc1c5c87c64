using System.Globalization;
using System.Xml.Linq;
using static Conformance.Player.Reports.Html.Markup;

namespace Conformance.Player.Reports.Coverage;

/// <summary>The coverage as one page that needs nothing beside itself.</summary>
public static class CoverageHtml
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    private const string StylePlace = "@style@";

    private static readonly (string Title, Func<string, bool> Is)[] Documents =
    [
        ("Checks", key => key.StartsWith("check/", StringComparison.Ordinal)),
        ("SAML 2.0", key => key.StartsWith("saml-", StringComparison.Ordinal)),
        ("SAML implementation profile (Kantara)", key => key.StartsWith("IIP-", StringComparison.Ordinal)),
        ("SAML deployment profile (Kantara)", key => key.StartsWith("SDP-", StringComparison.Ordinal)),
        ("XML signature and encryption", key => key.StartsWith("xml", StringComparison.Ordinal)),
        ("SCIM", key => key.StartsWith("rfc764", StringComparison.Ordinal)),
        ("Published vulnerabilities", key => key.StartsWith("CVE-", StringComparison.Ordinal) || key.StartsWith("GHSA-", StringComparison.Ordinal)),
        ("Bugs from the field", key => key.StartsWith("field-bug", StringComparison.Ordinal)),
        ("ASVS", key => key.StartsWith("ASVS-", StringComparison.Ordinal)),
        ("The articles", key => key.StartsWith("article/", StringComparison.Ordinal)),
    ];

    /// <summary>The page's text.</summary>
    /// <param name="entries">What is told.</param>
    public static string Write(IReadOnlyList<CoverageEntry> entries)
    {
        var rest = entries.ToList();
        var sections = new List<XElement>();
        foreach (var (title, isOfIt) in Documents.Append(("Other documents", _ => true)))
        {
            var own = rest.Where(entry => isOfIt(entry.Entry.Key.Value)).ToList();
            rest.RemoveAll(own.Contains);
            if (own.Count > 0)
            {
                sections.Add(Section(title, own));
            }
        }

        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", Policy)),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", "What the conformance suite tests"),
                new XElement("style", StylePlace)),
            new XElement("body", Header(entries), new XElement("main", sections), new XElement("footer", $"conformance {SuiteVersion.Current}")));
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting).Replace(StylePlace, "\n" + HtmlReport.Resource("report.css"), StringComparison.Ordinal) + "\n";
    }

    private static XElement Header(IReadOnlyList<CoverageEntry> entries)
    {
        var tested = entries.Count(entry => entry.IsTested);
        var reasoned = entries.Count(entry => !entry.IsTested && entry.Entry.NotTested is not null);
        var open = entries.Count - tested - reasoned;
        return new XElement(
            "header",
            new XElement("h1", "What the suite tests, and what it does not"),
            El("p", "sentence", "Every requirement of the catalogue, the scenarios that test it, and the flaws of the reference service provider that show these scenarios to fail where they must."),
            El(
                "div",
                "bar",
                El("span", "passed", new XAttribute("style", Grow(tested)), string.Empty),
                El("span", "skipped", new XAttribute("style", Grow(reasoned)), string.Empty),
                El("span", "warning", new XAttribute("style", Grow(open)), string.Empty)),
            El(
                "ul",
                "tiles",
                Tile("passed", tested, "tested"),
                Tile("skipped", reasoned, "not tested, for a reason that is given"),
                Tile("warning", open, "cited by nothing")));
    }

    private static string Grow(int count) => string.Create(CultureInfo.InvariantCulture, $"flex-grow: {count}");

    private static XElement Tile(string tone, int count, string text) =>
        El("li", count == 0 ? "none" : tone, El("b", null, count.ToString(CultureInfo.InvariantCulture)), text);

    private static XElement Section(string title, List<CoverageEntry> entries) => El(
        "section",
        null,
        El("h2", null, title + " ", El("span", "count", string.Create(CultureInfo.InvariantCulture, $"{entries.Count(entry => entry.IsTested)} of {entries.Count} tested"))),
        El(
            "div",
            "card",
            El(
                "table",
                null,
                El("thead", null, El("tr", null, El("th", null, "Requirement"), El("th", null, "Tested by"), El("th", null, "Shown to fail on"))),
                El("tbody", null, [.. entries.Select(Row)]))));

    private static XElement Row(CoverageEntry entry) => El(
        "tr",
        null,
        El(
            "td",
            null,
            entry.Entry.Url is { } url ? Link(url, entry.Entry.Key.Value) : entry.Entry.Key.Value,
            entry.Entry.Level is { } level ? Badge(level.ToString().ToLowerInvariant()) : null,
            El("div", null, entry.Entry.Title),
            El("div", "dim", entry.Entry.Says)),
        El("td", null, entry.IsTested ? Tests(entry) : NotTested(entry)),
        El("td", null, entry.Flaws.Count == 0 ? El("span", "dim", entry.IsTested ? "–" : string.Empty) : Folded($"{entry.Flaws.Count} flaws", entry.Flaws)));

    private static XElement Tests(CoverageEntry entry) => Folded(
        string.Create(CultureInfo.InvariantCulture, $"{entry.Scenarios.Count} {(entry.Scenarios.Count == 1 ? "scenario" : "scenarios")}, {entry.Cases} {(entry.Cases == 1 ? "case" : "cases")}"),
        [.. entry.Scenarios.Select(scenario => scenario.Address)]);

    private static XElement NotTested(CoverageEntry entry) => entry.Entry.NotTested is { } reason
        ? El("span", "dim", $"Not tested: {reason}")
        : El("span", "actual warning", "No scenario cites it.");

    private static XElement Folded(string title, IReadOnlyList<string> lines) => lines.Count <= 2
        ? El("div", null, [.. lines.Select(line => El("div", null, El("code", null, line)))])
        : El("details", null, El("summary", null, title), El("div", null, [.. lines.Select(line => El("div", null, El("code", null, line)))]));
}
