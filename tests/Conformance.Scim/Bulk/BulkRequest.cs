using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Scim.Bulk;

/// <summary>Many changes in one request, RFC 7644 3.7.</summary>
/// <param name="FailOnErrors">After how many failures the rest is left undone; null for never.</param>
/// <param name="Operations">The changes, in their order.</param>
public sealed record BulkRequest(int? FailOnErrors, IReadOnlyList<BulkOperation> Operations)
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ScimException">invalidSyntax: the body is no BulkRequest.</exception>
    public static BulkRequest Read(JsonObject body)
    {
        var named = body["schemas"] is JsonArray schemas
            && schemas.Any(schema => string.Equals(schema?.ToString(), ScimUrns.BulkRequest, StringComparison.OrdinalIgnoreCase));
        if (!named || body[nameof(Operations)] is not JsonArray operations)
        {
            throw new ScimException(ScimTypes.InvalidSyntax, $"The body is no {ScimUrns.BulkRequest} with \"Operations\".");
        }

        var failOnErrors = body["failOnErrors"] is JsonValue number && number.GetValueKind() == JsonValueKind.Number ? number.GetValue<int>() : (int?)null;
        return new BulkRequest(failOnErrors, [.. operations.Select(operation => Read(operation))]);
    }

    private static BulkOperation Read(JsonNode? node)
    {
        var operation = node as JsonObject;
        var method = ScimJson.Text(operation, "method")?.ToUpperInvariant();
        return method is "POST" or "PUT" or "PATCH" or "DELETE" && ScimJson.Text(operation, "path") is { Length: > 0 } path
            ? new BulkOperation(
                method, path, ScimJson.Text(operation, "bulkId"), ScimJson.Text(operation, "version"), operation!["data"]?.DeepClone() as JsonObject)
            : throw new ScimException(ScimTypes.InvalidSyntax, "An operation needs \"method\" (POST, PUT, PATCH, DELETE) and \"path\".");
    }
}
