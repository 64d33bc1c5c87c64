using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Scim.Bulk;

/// <summary>What became of one change of a bulk request, RFC 7644 3.7.3.</summary>
/// <param name="Operation">The change.</param>
/// <param name="Status">The HTTP status that it would have had alone.</param>
/// <param name="Location">Where the resource is; null when nothing came to be.</param>
/// <param name="Version">Its version; null where there is none.</param>
/// <param name="Response">The refusal; null when it went well.</param>
public sealed record BulkResult(BulkOperation Operation, int Status, string? Location, string? Version, JsonObject? Response)
{
    /// <summary>The body of a whole response.</summary>
    /// <param name="results">What became of the changes carried out.</param>
    /// <returns>The document.</returns>
    public static JsonObject ToJson(IEnumerable<BulkResult> results)
    {
        var body = ScimJson.NewObject();
        body["schemas"] = new JsonArray(ScimUrns.BulkResponse);
        body["Operations"] = new JsonArray([.. results.Select(result => result.ToJson())]);
        return body;
    }

    private JsonObject ToJson()
    {
        var result = ScimJson.NewObject();
        result["method"] = Operation.Method;
        if (Operation.BulkId is { } bulkId)
        {
            result["bulkId"] = bulkId;
        }

        if (Location is { } location)
        {
            result["location"] = location;
        }

        if (Version is { } version)
        {
            result["version"] = version;
        }

        result["status"] = Status.ToString(CultureInfo.InvariantCulture);
        if (Response is { } response)
        {
            result["response"] = response.DeepClone();
        }

        return result;
    }
}
