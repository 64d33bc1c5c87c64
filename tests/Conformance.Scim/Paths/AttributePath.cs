namespace Conformance.Scim.Paths;

/// <summary>Which attribute is meant, RFC 7644 3.10: <c>[URN:]name[.part]</c>.</summary>
/// <param name="Schema">The URN before it; null where there is none.</param>
/// <param name="Name">The attribute's name; empty when an extension is meant as a whole.</param>
/// <param name="SubAttribute">The part's name; null where there is none.</param>
public sealed record AttributePath(string? Schema, string Name, string? SubAttribute)
{
    /// <summary>Reads a path.</summary>
    /// <param name="text">The text.</param>
    /// <param name="urns">The URNs that are known: <c>…:2.0:User</c> alone then means the extension, not an attribute "User".</param>
    /// <returns>The path; null when the text is none.</returns>
    public static AttributePath? TryParse(string text, IEnumerable<string> urns)
    {
        string? schema = null;
        var rest = text;
        var known = urns.Where(urn => StartsWith(text, urn)).MaxBy(urn => urn.Length);
        if (known is not null)
        {
            schema = text[..known.Length];
            rest = text.Length == known.Length ? "" : text[(known.Length + 1)..];
            if (text.Length == known.Length)
            {
                return new AttributePath(schema, "", null);
            }
        }
        else if (text.LastIndexOf(':') is var colon and > 0)
        {
            schema = text[..colon];
            rest = text[(colon + 1)..];
        }

        var parts = rest.Split('.');
        return parts.Length <= 2 && parts.All(IsName) && (schema is null || schema.StartsWith("urn:", StringComparison.OrdinalIgnoreCase))
            ? new AttributePath(schema, parts[0], parts.Length == 2 ? parts[1] : null)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(':', new[] { Schema, Name.Length == 0 ? null : SubAttribute is null ? Name : $"{Name}.{SubAttribute}" }.Where(part => part is not null));

    private static bool StartsWith(string text, string urn) =>
        text.StartsWith(urn, StringComparison.OrdinalIgnoreCase) && (text.Length == urn.Length || text[urn.Length] == ':');

    // RFC 7643 2.1: a letter, then letters, digits, hyphens and underscores; "$ref" is the RFC's own exception.
    private static bool IsName(string name) => name.Length > 0
        && (char.IsAsciiLetter(name[0]) || name[0] == '$')
        && name.Skip(1).All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
