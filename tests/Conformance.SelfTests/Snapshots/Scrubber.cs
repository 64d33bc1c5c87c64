using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.SelfTests.Snapshots;

/// <summary>Puts names in the place of what is another in every run: times, ports, signatures and keys, and ids, which keep telling each other apart.</summary>
internal static partial class Scrubber
{
    public static string Scrub(string text)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var scrubbed = Message().Replace(text, match => $"{match.Groups[1].Value}={{message}}");
        scrubbed = Time().Replace(scrubbed, "{time}");
        scrubbed = Port().Replace(scrubbed, "127.0.0.1:{port}");
        scrubbed = Base64().Replace(scrubbed, match => IsHexadecimal(match.Value) ? match.Value : "{base64}");
        return Id().Replace(scrubbed, match =>
        {
            names.TryAdd(match.Value, string.Create(CultureInfo.InvariantCulture, $"{{id {names.Count + 1}}}"));
            return names[match.Value];
        });
    }

    private static bool IsHexadecimal(string text) => text.All(char.IsAsciiHexDigitLower);

    [GeneratedRegex(@"\b(SAMLRequest|SAMLResponse|RelayState|Signature)=[^&\s""]+")]
    private static partial Regex Message();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b127\.0\.0\.1:\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@"[A-Za-z0-9+/]{60,}={0,2}|[A-Za-z0-9+/]{43}=")]
    private static partial Regex Base64();

    [GeneratedRegex(@"\b(_?[0-9a-f]{16,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b")]
    private static partial Regex Id();
}
