namespace Conformance.Scim;

/// <summary>Versions of a resource, RFC 7644 3.14 and RFC 9110 8.8.3.</summary>
public static class EntityTag
{
    /// <summary>Whether a header such as If-Match names a version.</summary>
    /// <param name="header">The header's value: a list of tags, or <c>*</c>.</param>
    /// <param name="version">The version that there is.</param>
    /// <returns>True when one of them is it. Weak tags compare by their text, since SCIM's examples use weak ones with If-Match.</returns>
    public static bool Matches(string header, string version) =>
        header.Split(',').Select(tag => tag.Trim()).Any(tag => tag == "*" || Opaque(tag) == Opaque(version));

    private static string Opaque(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
