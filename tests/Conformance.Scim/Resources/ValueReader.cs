using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scim.Schemas;

namespace Conformance.Scim.Resources;

/// <summary>Reads values as their attribute's type says.</summary>
internal sealed class ValueReader(WireDialect dialect)
{
    public JsonNode? Many(ScimAttribute attribute, JsonNode value, bool keepReadOnly, string path)
    {
        if (value is not JsonArray values)
        {
            throw Wrong(path, "an array");
        }

        var read = values.OfType<JsonNode>().Select(one => One(attribute, one, keepReadOnly, path)).Where(one => one is not JsonObject { Count: 0 }).ToList();
        return read.Count(IsPrimary) > 1
            ? throw new ScimException(ScimTypes.InvalidValue, $"More than one value of \"{path}\" is primary.")
            : new JsonArray([.. read]);
    }

    public JsonNode? One(ScimAttribute attribute, JsonNode value, bool keepReadOnly, string path) => attribute.Type switch
    {
        "complex" => Complex(attribute, value, keepReadOnly, path),
        "boolean" => Boolean(value) ?? throw Wrong(path, "true or false"),
        "integer" => Whole(value) ?? throw Wrong(path, "a whole number"),
        "decimal" => value.GetValueKind() == JsonValueKind.Number ? value.DeepClone() : throw Wrong(path, "a number"),
        "dateTime" => IsTime(value) ? value.DeepClone() : throw Wrong(path, "a date and time"),
        _ => value.GetValueKind() == JsonValueKind.String ? value.DeepClone() : throw Wrong(path, "a string"),
    };

    private static bool IsPrimary(JsonNode? value) =>
        value is JsonObject complex && ScimJson.Find(complex, "primary", out var primary) && primary?.GetValueKind() == JsonValueKind.True;

    private static bool IsTime(JsonNode value) => value.GetValueKind() == JsonValueKind.String
        && DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static JsonNode? Whole(JsonNode value) => value.GetValueKind() == JsonValueKind.Number
        && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? value.DeepClone()
            : null;

    private static ScimException Wrong(string path, string expected) => new(ScimTypes.InvalidValue, $"\"{path}\" takes {expected}.");

    private JsonObject Complex(ScimAttribute attribute, JsonNode value, bool keepReadOnly, string path)
    {
        // JumpCloud and others send a bare string for a complex attribute that has a "value", the manager above all.
        if (value is JsonValue && dialect == WireDialect.Lenient && attribute.Sub("value") is not null)
        {
            value = new JsonObject(ScimJson.NodeOptions) { ["value"] = value.DeepClone() };
        }

        var parts = value as JsonObject ?? throw Wrong(path, "an object");
        var read = ScimJson.NewObject();
        foreach (var (name, part) in parts)
        {
            if (attribute.Sub(name) is { } sub && !ScimJson.IsUnassigned(part) && (keepReadOnly || sub.Mutability != "readOnly"))
            {
                read[sub.Name] = One(sub, part!, keepReadOnly, $"{path}.{sub.Name}");
            }
        }

        return read;
    }

    private JsonValue? Boolean(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        JsonValueKind.String when dialect == WireDialect.Lenient && bool.TryParse(value.GetValue<string>(), out var flag) => JsonValue.Create(flag),
        _ => null,
    };
}
