using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Conformance.Player.Reports.Html;
using Conformance.Scenarios.Verdicts;
using static Conformance.Player.Reports.Html.Markup;

namespace Conformance.Player.Reports;

/// <summary>The report for people: one page that needs nothing beside itself, neither network nor script.</summary>
public static class HtmlReport
{
    private const string StylePlace = "@style@";
    private const string ScriptPlace = "@script@";

    /// <summary>The page's text.</summary>
    public static string Write(FinishedRun run)
    {
        var style = Resource("report.css");
        var script = Resource("report.js");

        // Nothing may be loaded, and no script may run but this one, whatever text of a tested product stands in the page.
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        var policy = $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'";
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            new XElement(
                "head",
                Meta("charset", "utf-8"),
                new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", policy)),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", $"Conformance of {run.Target}: {run.Summary}"),
                new XElement("style", StylePlace)),
            new XElement(
                "body",
                HtmlHeader.Of(run),
                new XElement("main", HtmlBelief.Of(run), Tools(run), Sections(run), HtmlBelief.Discovered(run)),
                new XElement("footer", $"conformance {run.SuiteVersion} · seed {run.Seed} · began {run.Began.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC")),
            new XElement("script", ScriptPlace));
        var text = page.ToString(SaveOptions.DisableFormatting)
            .Replace(StylePlace, "\n" + style, StringComparison.Ordinal)
            .Replace(ScriptPlace, script, StringComparison.Ordinal);
        return $"<!DOCTYPE html>\n{run.Redaction.Apply(text)}\n";
    }

    private static IEnumerable<XElement?> Sections(FinishedRun run)
    {
        var finding = new HtmlFinding(run);
        var open = run.Results.Where(result => result.Known is null && !run.IsEcho(result)).ToList();
        yield return Findings("Failed", Verdict.Failed);
        yield return Findings("Warnings: recommendations that are not followed", Verdict.Warning);
        yield return Findings("Inconclusive: nothing can be said", Verdict.Inconclusive);
        yield return Findings("Errors of the suite itself", Verdict.Error);
        yield return HtmlLists.Known(run);
        yield return HtmlLists.Properties(run);
        yield return HtmlLists.Echoes(run);
        yield return HtmlLists.Skipped(run);
        yield return HtmlLists.Passed(run);

        XElement? Findings(string title, Verdict verdict) =>
            Group(title, [.. open.Where(result => result.Verdict == verdict).Select(finding.Of)]);
    }

    private static XElement? Group(string title, IReadOnlyList<XElement> articles) => articles.Count == 0
        ? null
        : new XElement("section", new XAttribute("data-group", "yes"), Title(title, articles.Count), articles);

    private static XElement Tools(FinishedRun run) => new(
        "div",
        new XAttribute("class", "tools"),
        new XAttribute("id", "tools"),
        new XAttribute("hidden", "hidden"),
        Button(string.Empty, "All", isPressed: true),
        VerdictWords.InOrder.Where(word => VerdictWords.Count(run, word.Key) > 0).Select(word => Button(word.Key, word.Title, isPressed: false)),
        new XElement(
            "input",
            new XAttribute("id", "filter"),
            new XAttribute("type", "search"),
            new XAttribute("aria-label", "Filter by words"),
            new XAttribute("placeholder", "Filter: address, requirement, clause …")));

    private static XElement Button(string show, string text, bool isPressed) => new(
        "button",
        new XAttribute("type", "button"),
        new XAttribute("class", show),
        new XAttribute("data-show", show),
        new XAttribute("aria-pressed", isPressed ? "true" : "false"),
        text);

    private static XElement Meta(string name, string value) => new("meta", new XAttribute(name, value));

    internal static string Resource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource \"{name}\" is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
