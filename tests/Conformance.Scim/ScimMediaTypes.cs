namespace Conformance.Scim;

/// <summary>The media types of RFC 7644 3.1.</summary>
public static class ScimMediaTypes
{
    /// <summary>SCIM's own.</summary>
    public const string Scim = "application/scim+json";

    /// <summary>What a server accepts beside it.</summary>
    public const string Json = "application/json";

    /// <summary>Whether a Content-Type says SCIM or JSON, whatever parameters follow.</summary>
    /// <param name="contentType">The header's value.</param>
    /// <returns>True for both media types.</returns>
    public static bool IsJson(string? contentType) => Is(contentType, Scim) || Is(contentType, Json);

    /// <summary>Whether a Content-Type is of this media type, whatever parameters follow.</summary>
    /// <param name="contentType">The header's value.</param>
    /// <param name="mediaType">The media type without parameters.</param>
    /// <returns>True when it is.</returns>
    public static bool Is(string? contentType, string mediaType) =>
        string.Equals(contentType?.Split(';')[0].Trim(), mediaType, StringComparison.OrdinalIgnoreCase);
}
