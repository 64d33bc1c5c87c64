using System.Text.Json.Nodes;

namespace Conformance.Scim.Patching;

/// <summary>One change of a PATCH, RFC 7644 3.5.2.</summary>
/// <param name="Op"><c>add</c>, <c>remove</c> or <c>replace</c>, in lower case.</param>
/// <param name="Path">Where; null for the resource itself.</param>
/// <param name="Value">What; null where the change has none.</param>
public sealed record PatchOperation(string Op, string? Path, JsonNode? Value)
{
    /// <summary>Reads a PATCH.</summary>
    /// <param name="body">The body.</param>
    /// <returns>Its changes, in their order.</returns>
    /// <exception cref="ScimException">invalidSyntax or invalidValue: the body is no PatchOp.</exception>
    public static IReadOnlyList<PatchOperation> ReadAll(JsonObject body)
    {
        var named = ScimJson.Find(body, "schemas", out var schemas) && schemas is JsonArray urns
            && urns.Any(urn => string.Equals(urn?.ToString(), ScimUrns.PatchOp, StringComparison.OrdinalIgnoreCase));
        return named && ScimJson.Find(body, "Operations", out var operations) && operations is JsonArray { Count: > 0 } list
            ? [.. list.Select(operation => Read(operation as JsonObject))]
            : throw new ScimException(ScimTypes.InvalidSyntax, $"The body is no {ScimUrns.PatchOp} with \"Operations\".");
    }

    private static PatchOperation Read(JsonObject? operation)
    {
        // Entra ID writes "Add", "Replace" and "Remove".
        var op = ScimJson.Text(operation, "op")?.ToLowerInvariant();
        if (op is not ("add" or "remove" or "replace"))
        {
            throw new ScimException(ScimTypes.InvalidSyntax, "\"op\" is add, remove or replace.");
        }

        _ = ScimJson.Find(operation!, "value", out var value);
        _ = ScimJson.Find(operation!, "path", out var path);
        return path is null || path.GetValueKind() == System.Text.Json.JsonValueKind.String
            ? new PatchOperation(op, path?.GetValue<string>(), value)
            : throw new ScimException(ScimTypes.InvalidPath, "\"path\" is a string.");
    }
}
