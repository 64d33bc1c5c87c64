using System.Globalization;
using System.Xml.Linq;

namespace Conformance.Player.Reports.Html;

/// <summary>Elements of the page. Every text passes through here or an XText, so that none is ever read as markup.</summary>
internal static class Markup
{
    /// <summary>An element with a class. Never written as an empty tag, which HTML would not close.</summary>
    public static XElement El(string name, string? cssClass, params object?[] content) => new(
        name,
        string.IsNullOrEmpty(cssClass) ? null : new XAttribute("class", cssClass),
        content.Length == 0 ? string.Empty : content.Select(Cleaned));

    /// <summary>A heading with how many follow.</summary>
    public static XElement Title(string text, int count) => El("h2", null, text + " ", El("span", "count", count.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A small label.</summary>
    public static XElement Badge(string text, string? tone = null) => El("span", tone is null ? "badge" : $"badge {tone}", text);

    /// <summary>A list of names and values; a value that is absent leaves its name out.</summary>
    public static XElement Facts(params IEnumerable<(string Name, object? Value)> facts) => El(
        "dl", "facts", [.. facts.Where(fact => fact.Value is not null).SelectMany(fact => new object?[] { El("dt", null, fact.Name), El("dd", null, fact.Value) })]);

    /// <summary>A link that opens nowhere but in this window, and tells the other side nothing.</summary>
    public static XElement Link(string address, string text) =>
        new("a", new XAttribute("href", address), new XAttribute("rel", "noreferrer"), Printable.Of(text));

    /// <summary>What the filter looks at.</summary>
    public static XAttribute[] Filtered(string verdict, params string?[] texts) =>
        [new XAttribute("data-verdict", verdict), new XAttribute("data-text", Printable.Of(string.Join(' ', texts).ToLowerInvariant()))];

    private static object? Cleaned(object? content) => content is string text ? Printable.Of(text) : content;
}
