using System.Net;

namespace Conformance.Fakes.Stubs;

/// <summary>Reads <c>a=1&amp;b=2</c>, keeping order and repetitions.</summary>
internal static class UrlEncodedFields
{
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string text) =>
    [
        .. text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2))
            .Select(field => KeyValuePair.Create(Decode(field[0]), Decode(field.ElementAtOrDefault(1) ?? string.Empty))),
    ];

    public static string? First(IReadOnlyList<KeyValuePair<string, string>> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Key == name)
            {
                return field.Value;
            }
        }

        return null;
    }

    private static string Decode(string text) => WebUtility.UrlDecode(text);
}
