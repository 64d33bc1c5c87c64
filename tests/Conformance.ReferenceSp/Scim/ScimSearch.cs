using System.Text.Json.Nodes;
using Conformance.Scim;

namespace Conformance.ReferenceSp.Scim;

/// <summary>A search by POST is a query whose parameters stand in the body (RFC 7644 3.4.3).</summary>
internal static class ScimSearch
{
    public static ScimCall AsSearch(this ScimCall call)
    {
        var body = call.Body;
        if (body["schemas"] is not JsonArray schemas || !schemas.Any(schema => schema?.ToString() == ScimUrns.SearchRequest))
        {
            throw new ScimException(ScimTypes.InvalidSyntax, $"\"schemas\" does not name {ScimUrns.SearchRequest}.");
        }

        return call with
        {
            Query = body.Where(pair => pair.Value is not null and not JsonObject).ToDictionary(
                pair => pair.Key,
                pair => pair.Value is JsonArray list ? string.Join(',', list.Select(item => item?.ToString())) : pair.Value!.ToString(),
                StringComparer.OrdinalIgnoreCase),
        };
    }
}
