using System.Text.Json.Nodes;

namespace Conformance.Scim;

/// <summary>A page of resources, RFC 7644 3.4.2.</summary>
/// <param name="TotalResults">How many there are in all.</param>
/// <param name="StartIndex">The first one's number, from 1; null where the page says none.</param>
/// <param name="ItemsPerPage">How many this page holds; null where the page says none.</param>
/// <param name="Resources">Those of this page.</param>
public sealed record ListResponse(int TotalResults, int? StartIndex, int? ItemsPerPage, IReadOnlyList<JsonObject> Resources)
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The page; null when the body is none: another schema, a number that is a string, something other than objects in it.</returns>
    public static ListResponse? TryRead(JsonObject? body)
    {
        if (body?["schemas"] is not JsonArray schemas
            || !schemas.Any(schema => string.Equals(schema?.ToString(), ScimUrns.ListResponse, StringComparison.OrdinalIgnoreCase))
            || Number(body, "totalResults") is not { } total)
        {
            return null;
        }

        // "Resources" may be left out when there are none (RFC 7644 3.4.2).
        var resources = body[nameof(Resources)] switch
        {
            null => [],
            JsonArray array when array.All(item => item is JsonObject) => [.. array.Select(item => item!.AsObject())],
            _ => (IReadOnlyList<JsonObject>?)null,
        };
        return resources is null ? null : new ListResponse(total, Number(body, "startIndex"), Number(body, "itemsPerPage"), resources);
    }

    /// <summary>The body.</summary>
    /// <returns>The document.</returns>
    public JsonObject ToJson()
    {
        var body = ScimJson.NewObject();
        body["schemas"] = new JsonArray(ScimUrns.ListResponse);
        body["totalResults"] = TotalResults;
        if (StartIndex is { } startIndex)
        {
            body["startIndex"] = startIndex;
        }

        if (ItemsPerPage is { } itemsPerPage)
        {
            body["itemsPerPage"] = itemsPerPage;
        }

        body[nameof(Resources)] = new JsonArray([.. Resources.Select(resource => resource.DeepClone())]);
        return body;
    }

    private static int? Number(JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
