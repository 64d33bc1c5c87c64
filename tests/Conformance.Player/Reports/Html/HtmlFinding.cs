using System.Xml.Linq;
using Conformance.Scenarios.Spec;
using Conformance.Scenarios.Verdicts;
using static Conformance.Player.Reports.Html.Markup;

namespace Conformance.Player.Reports.Html;

/// <summary>A result that is told in full: the ten parts that every failing check has, the message, and who was signed in.</summary>
/// <param name="run">The run.</param>
internal sealed class HtmlFinding(FinishedRun run)
{
    private readonly HtmlEvidence _evidence = new(run);

    public XElement Of(CaseResult result)
    {
        var key = VerdictWords.KeyOf(result);
        return new XElement(
            "article",
            new XAttribute("class", $"card finding {key}"),
            new XAttribute("id", result.Address),
            Filtered(key, result.Address, result.Name, result.Requirement, result.Actual, string.Join(' ', result.Spec)),
            El("h3", "address", result.Address, Badge(result.Verdict.ToString(), key), Badge(result.Level.ToString().ToUpperInvariant())),
            El("p", "must", result.Requirement),
            Facts(
                ("What was done", result.Name),
                ("Written in", Written(result)),
                ("Expected", Lines(result.Expected)),
                ("Actual", result.Actual is null ? null : El("span", "actual", result.Actual)),
                ("Reason", result.Reason == result.Actual ? null : result.Reason),
                ("Property", result.Property),
                ("Control", result.Control),
                ("Scenario", El("code", null, $"{result.Location.File}:{result.Location.Line}")),
                ("Evidence", _evidence.Files(result)),
                ("Again", El("pre", null, result.Again))),
            result.Detail is null ? null : El("pre", null, result.Detail),
            _evidence.SignedIn(result),
            _evidence.Messages(result),
            _evidence.Picture(result));
    }

    private XElement? Written(CaseResult result)
    {
        var entries = result.Spec.Select(key => (Key: key, Entry: run.Spec.Find(key))).ToList();
        if (entries.Count == 0)
        {
            return null;
        }

        // Many clauses are broken by one bug, and it is repaired once.
        var repairs = entries.Select(pair => pair.Entry?.Repair).OfType<string>().Distinct(StringComparer.Ordinal).Select(Repair);
        return El("div", null, [.. entries.Select(pair => Clause(pair.Key, pair.Entry)), .. repairs]);
    }

    private static XElement Clause(string key, SpecEntry? entry) => El(
        "div",
        "spec",
        El("p", null,
            El("b", null, key),
            entry is null ? null : $" · {entry.Title}. {entry.Says} ",
            entry?.Url is { } url ? Link(url, "Read it") : null));

    private static XElement Repair(string sentence) => El("p", "repair", El("b", null, "Repair: "), sentence);

    private static XElement? Lines(IReadOnlyList<string> lines) =>
        lines.Count == 0 ? null : El("div", null, [.. lines.Select(line => El("div", null, line))]);
}
