namespace Conformance.Player.Drivers;

/// <summary>
/// Where an address leads that a page or header names, as browsers read it (the URL standard of WHATWG): they drop tabs and line breaks, take
/// backslashes for slashes, and skip slashes before a host. What looks like a path to the one who wrote it may be another host to them.
/// </summary>
internal static class BrowserAddress
{
    /// <summary>The address, or <c>null</c> where it is none.</summary>
    public static Uri? Resolve(Uri from, string named)
    {
        var text = string.Concat(named.Trim([.. Enumerable.Range(0, ' ' + 1).Select(code => (char)code)]).Where(letter => letter is not ('\t' or '\n' or '\r')));
        var end = text.IndexOfAny(['?', '#']);
        var (path, rest) = end < 0 ? (text, string.Empty) : (text[..end], text[end..]);
        if (SchemeOf(path) is { } scheme)
        {
            if (scheme is not ("http" or "https"))
            {
                return Uri.TryCreate(text, UriKind.Absolute, out var other) ? other : null;
            }

            path = path[(scheme.Length + 1)..].Replace('\\', '/');
            if (scheme != from.Scheme || path.StartsWith("//", StringComparison.Ordinal))
            {
                return WithHost(scheme, path, rest);
            }
        }

        path = path.Replace('\\', '/');
        return path.StartsWith("//", StringComparison.Ordinal) ? WithHost(from.Scheme, path, rest)
            : Uri.TryCreate(from, path + rest, out var relative) ? relative
            : null;
    }

    private static Uri? WithHost(string scheme, string path, string rest) =>
        Uri.TryCreate($"{scheme}://{path.TrimStart('/')}{rest}", UriKind.Absolute, out var address) ? address : null;

    private static string? SchemeOf(string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(path[0]) && path[..colon].All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '-' or '.')
            ? path[..colon].ToLowerInvariant()
            : null;
    }
}
