using System.Text.Json.Nodes;

namespace Conformance.Scim.Bulk;

/// <summary>One change of a bulk request, RFC 7644 3.7.</summary>
/// <param name="Method">POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">Where, below the base URL, such as <c>/Users</c>.</param>
/// <param name="BulkId">By what name the others of the request may mean what it creates.</param>
/// <param name="Version">The version that has to be there.</param>
/// <param name="Data">The body.</param>
public sealed record BulkOperation(string Method, string Path, string? BulkId, string? Version, JsonObject? Data)
{
    /// <summary>Fills in what the operations before have created: <c>bulkId:NAME</c> becomes the id.</summary>
    /// <param name="created">Ids by name.</param>
    /// <returns>The operation to carry out.</returns>
    public BulkOperation Resolve(IReadOnlyDictionary<string, string> created) => this with
    {
        Path = string.Join('/', Path.Split('/').Select(part => Resolved(part, created))),
        Data = Data is null ? null : (JsonObject)Resolved(Data, created)!,
    };

    /// <summary>The names that this operation needs.</summary>
    /// <returns>The names, without their prefix.</returns>
    public IReadOnlyList<string> References()
    {
        var found = Path.Split('/').ToList();
        Collect(Data, found);
        return [.. found.Where(IsReference).Select(text => text["bulkId:".Length..]).Distinct()];
    }

    private static bool IsReference(string text) => text.StartsWith("bulkId:", StringComparison.Ordinal);

    private static string Resolved(string text, IReadOnlyDictionary<string, string> created) =>
        IsReference(text) && created.TryGetValue(text["bulkId:".Length..], out var id) ? id : text;

    private static JsonNode? Resolved(JsonNode? node, IReadOnlyDictionary<string, string> created) => node switch
    {
        JsonObject complex => new JsonObject(
            complex.Select(pair => KeyValuePair.Create(pair.Key, Resolved(pair.Value, created))), ScimJson.NodeOptions),
        JsonArray array => new JsonArray([.. array.Select(item => Resolved(item, created))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Resolved(text, created)),
        not null => node.DeepClone(),
        _ => null,
    };

    private static void Collect(JsonNode? node, List<string> found)
    {
        switch (node)
        {
            case JsonObject complex:
                foreach (var (_, value) in complex)
                {
                    Collect(value, found);
                }

                break;
            case JsonArray array:
                foreach (var value in array)
                {
                    Collect(value, found);
                }

                break;
            case JsonValue text when text.TryGetValue<string>(out var value):
                found.Add(value);
                break;
            default:
                break;
        }
    }
}
