using System.Net;
using System.Text;

namespace Conformance.Saml.Bindings;

/// <summary>Messages in a form, SAML bindings 3.5.</summary>
public static class HttpPostBinding
{
    /// <summary>Base64 on one line.</summary>
    public static string Encode(byte[] xml) => Convert.ToBase64String(xml);

    /// <summary>Base64 on one line, of UTF-8.</summary>
    public static string Encode(string xml) => Encode(Encoding.UTF8.GetBytes(xml));

    /// <summary>The message's text; white space in the base64 is allowed, null when it is no base64.</summary>
    public static string? Decode(string value)
    {
        var buffer = new byte[value.Length];
        return Convert.TryFromBase64String(value, buffer, out var count)
            ? Encoding.UTF8.GetString(buffer, 0, count)
            : null;
    }

    /// <summary>The page that an IdP answers with: a form that sends itself, with a button where scripts are off.</summary>
    public static string AutoSubmitForm(string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var inputs = string.Concat(fields.Select(field =>
            $"<input type=\"hidden\" name=\"{Escape(field.Key)}\" value=\"{Escape(field.Value)}\"/>\n"));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"/><title>Signing in</title></head>
            <body>
            <form method="post" action="{Escape(action)}">
            {inputs}<noscript><p>Scripts are off. Press Continue once.</p><button type="submit">Continue</button></noscript>
            </form>
            <script>document.forms[0].submit();</script>
            </body>
            </html>
            """;
    }

    // A browser turns a bare CR or LF of an attribute value of a form field into CRLF unless it is a reference.
    private static string Escape(string text) => WebUtility.HtmlEncode(text)
        .Replace("\r", "&#13;", StringComparison.Ordinal).Replace("\n", "&#10;", StringComparison.Ordinal);
}
