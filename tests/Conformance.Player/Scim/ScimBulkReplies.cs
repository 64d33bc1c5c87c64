using System.Text.Json.Nodes;
using Conformance.Scim;

namespace Conformance.Player.Scim;

/// <summary>Which resources a bulk request makes and changes.</summary>
internal static class ScimBulkReplies
{
    public static void Remember(ScimRegistry registry, string by, ScimReply reply)
    {
        foreach (var operation in Operations(reply.Body))
        {
            if (Method(operation) == "POST" && Status(operation) is "200" or "201" && ScimJson.Text(operation, "location") is { } location
                && location.Split('/') is [.., "Users" or "Groups", _] parts)
            {
                registry.Found(new ScimCreated(parts[^2], Uri.UnescapeDataString(parts[^1]), by));
            }
            else if (Method(operation) == "DELETE" && Status(operation) == "204" && ScimJson.Text(operation, "location")?.Split('/') is [.., var id])
            {
                registry.Gone(Uri.UnescapeDataString(id));
            }
        }
    }

    public static IReadOnlyList<string> Changed(ScimRequest request) =>
    [
        .. Operations(request.Body is null ? null : ScimJson.TryParseObject(request.Body))
            .Where(operation => Method(operation) is not (null or "POST"))
            .Select(operation => ScimJson.Text(operation, "path")?.Split('/')[^1] ?? "")
            .Where(id => id.Length > 0 && !id.StartsWith("bulkId:", StringComparison.Ordinal)),
    ];

    private static IEnumerable<JsonObject> Operations(JsonObject? body) =>
        body is not null && ScimJson.Find(body, "Operations", out var operations) && operations is JsonArray list ? list.OfType<JsonObject>() : [];

    private static string? Method(JsonObject operation) => ScimJson.Text(operation, "method")?.ToUpperInvariant();

    private static string? Status(JsonObject operation) => ScimJson.Find(operation, "status", out var status) ? status?.ToString() : null;
}
