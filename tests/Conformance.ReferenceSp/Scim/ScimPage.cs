using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Scim;

namespace Conformance.ReferenceSp.Scim;

/// <summary>The part of a result that a request asks for (RFC 7644 3.4.2.4).</summary>
internal static class ScimPage
{
    public const int Most = 500;
    private const int Usual = 100;

    public static ListResponse Of(ScimCall call, IReadOnlyList<JsonObject> all)
    {
        var start = Math.Max(1, Number(call, "startIndex") ?? 1);
        var count = Math.Clamp(Number(call, "count") ?? Usual, 0, Most);
        var page = all.Skip(start - 1).Take(count).ToList();
        return new ListResponse(all.Count, start, page.Count, page);
    }

    public static ScimAnswer ToAnswer(this ListResponse page) => new(200, page.ToJson());

    private static int? Number(ScimCall call, string name) =>
        !call.Query.TryGetValue(name, out var text) || text.Length == 0 ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? (int)Math.Clamp(number, int.MinValue, int.MaxValue)
        : throw new ScimException(ScimTypes.InvalidValue, $"\"{name}\" is a whole number.");
}
