using System.Text.Json.Nodes;
using Conformance.Scim.Filters;
using Conformance.Scim.Paths;
using Conformance.Scim.Schemas;

namespace Conformance.Scim.Resources;

/// <summary>Puts resources in order, RFC 7644 3.4.2.3.</summary>
public static class Sorting
{
    /// <summary>Sorts.</summary>
    /// <param name="resources">What to sort.</param>
    /// <param name="schema">What describes them.</param>
    /// <param name="sortBy">By which attribute; of many values the primary one counts, else the first.</param>
    /// <param name="descending">The greatest first.</param>
    /// <returns>The sorted resources. Those without a value come last, first when descending.</returns>
    public static IReadOnlyList<JsonObject> Sort(IEnumerable<JsonObject> resources, ResourceSchema schema, AttributePath sortBy, bool descending)
    {
        var evaluation = new FilterEvaluation(schema);
        var attribute = schema.Find(sortBy) is { IsComplex: true } complex ? complex.Sub("value") : schema.Find(sortBy);
        var order = Comparer<JsonValue?>.Create((one, other) => (one, other) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => ValueComparison.Order(attribute, one, other),
        });
        var keyed = resources.Select(resource => (Key: Key(evaluation.Values(sortBy, resource)), Resource: resource)).ToList();
        var sorted = descending ? keyed.OrderByDescending(pair => pair.Key, order) : keyed.OrderBy(pair => pair.Key, order);
        return [.. sorted.Select(pair => pair.Resource)];
    }

    private static JsonValue? Key(IReadOnlyList<JsonNode> values)
    {
        var chosen = values.OfType<JsonObject>().FirstOrDefault(value => value["primary"]?.ToString() == "true") ?? (values.Count > 0 ? values[0] : null);
        return chosen is JsonObject complex ? complex["value"] as JsonValue : chosen as JsonValue;
    }
}
