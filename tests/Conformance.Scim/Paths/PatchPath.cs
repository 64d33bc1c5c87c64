using Conformance.Scim.Filters;

namespace Conformance.Scim.Paths;

/// <summary>Where a change applies, RFC 7644 3.5.2: an attribute, or those of its values that a filter chooses, or their part.</summary>
/// <param name="Attribute">The attribute; its own part when there is no filter.</param>
/// <param name="ValueFilter">Which values; null for all.</param>
/// <param name="SubAttribute">The part of the values chosen; null for the values themselves.</param>
public sealed record PatchPath(AttributePath Attribute, Filter? ValueFilter, string? SubAttribute)
{
    /// <summary>Reads a path.</summary>
    /// <param name="text">The text.</param>
    /// <param name="urns">The URNs that are known.</param>
    /// <returns>The path.</returns>
    /// <exception cref="ScimException">invalidPath: the text is none.</exception>
    public static PatchPath Parse(string text, IReadOnlyCollection<string> urns)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            var plain = AttributePath.TryParse(text, urns) ?? throw Invalid(text);
            return new PatchPath(plain with { SubAttribute = null }, null, plain.SubAttribute);
        }

        var close = text.LastIndexOf(']');
        var attribute = AttributePath.TryParse(text[..open], urns);
        if (close < open || attribute is null || attribute.SubAttribute is not null || attribute.Name.Length == 0)
        {
            throw Invalid(text);
        }

        var after = text[(close + 1)..];
        var part = after.Length == 0 ? null : AttributePath.TryParse(after[1..], [])?.Name;
        if (after.Length > 0 && (after[0] != '.' || part is null))
        {
            throw Invalid(text);
        }

        try
        {
            return new PatchPath(attribute, FilterParser.Parse(text[(open + 1)..close], urns), part);
        }
        catch (ScimException)
        {
            throw Invalid(text);
        }
    }

    private static ScimException Invalid(string text) =>
        new(ScimTypes.InvalidPath, $"\"{text}\" is no path of an attribute.");
}
