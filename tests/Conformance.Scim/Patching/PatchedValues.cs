using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scim.Filters;
using Conformance.Scim.Schemas;

namespace Conformance.Scim.Patching;

/// <summary>What the values of one attribute owe each other while they are changed.</summary>
internal static class PatchedValues
{
    public static bool IsPrimary(JsonNode? value) =>
        value is JsonObject complex && ScimJson.Find(complex, "primary", out var primary)
        && (primary?.GetValueKind() == JsonValueKind.True || string.Equals(primary?.ToString(), "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>A newly primary value takes it from the one that had it (RFC 7644 3.5.2).</summary>
    public static void KeepOnePrimary(JsonArray values, IReadOnlyList<JsonNode?> before)
    {
        if (!values.Any(value => IsPrimary(value) && !before.Contains(value)))
        {
            return;
        }

        foreach (var value in values.OfType<JsonObject>().Where(value => before.Contains(value)))
        {
            value["primary"] = false;
        }
    }

    /// <summary>Adds what is not yet there; a value that is there already changes nothing (RFC 7644 3.5.2.1).</summary>
    public static void AddNew(JsonArray values, IEnumerable<JsonNode> sent, ScimAttribute attribute)
    {
        foreach (var value in sent)
        {
            // A reference to a resource is the same by its value alone, whatever display name comes along.
            var isReference = attribute.Sub("$ref") is not null;
            if (!values.Any(existing => isReference ? SameValue(existing, value) : ScimJson.Same(existing, value)))
            {
                values.Add(value.DeepClone());
            }
        }
    }

    /// <summary>Whether two values carry the same "value", or are the same simple value.</summary>
    public static bool SameValue(JsonNode? one, JsonNode? other) => ScimJson.Same(Significant(one), Significant(other));

    /// <summary>The value that meets a filter which only compares by eq; null for any other filter.</summary>
    public static JsonObject? FromFilter(Filter? filter)
    {
        var made = ScimJson.NewObject();
        return Fill(filter, made) ? made : null;
    }

    private static JsonNode? Significant(JsonNode? value) =>
        value is JsonObject complex && ScimJson.Find(complex, "value", out var significant) ? significant : value;

    private static bool Fill(Filter? filter, JsonObject made)
    {
        switch (filter)
        {
            case And both:
                return Fill(both.Left, made) && Fill(both.Right, made);
            case Comparison { Operator: "eq", Value: not null } comparison:
                made[comparison.Attribute.Name] = comparison.Value.DeepClone();
                return true;
            default:
                return false;
        }
    }
}
