using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Scim;

/// <summary>A refusal in SCIM's form, RFC 7644 3.12.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ScimType">The keyword of table 9; null where it has none.</param>
/// <param name="Detail">What a person should know.</param>
public sealed record ScimError(int Status, string? ScimType, string Detail)
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The refusal; null when the body is none, or its status is no digits. A number is read like a string, which it has to be.</returns>
    public static ScimError? TryRead(JsonObject? body) =>
        body?["schemas"] is JsonArray schemas
        && schemas.Any(schema => string.Equals(schema?.ToString(), ScimUrns.Error, StringComparison.OrdinalIgnoreCase))
        && int.TryParse(body["status"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? new ScimError(status, ScimJson.Text(body, "scimType"), ScimJson.Text(body, "detail") ?? "")
            : null;

    /// <summary>The body. Its status is a string, as the RFC's schema and examples have it.</summary>
    /// <returns>The document.</returns>
    public JsonObject ToJson()
    {
        var body = ScimJson.NewObject();
        body["schemas"] = new JsonArray(ScimUrns.Error);
        if (ScimType is not null)
        {
            body["scimType"] = ScimType;
        }

        body["detail"] = Detail;
        body["status"] = Status.ToString(CultureInfo.InvariantCulture);
        return body;
    }
}
