using System.Text.Json.Nodes;
using Conformance.Scim.Paths;
using Conformance.Scim.Schemas;

namespace Conformance.Scim.Filters;

/// <summary>Whether a resource meets a filter.</summary>
/// <param name="schema">What describes the resource: which attributes there are and which regard upper and lower case.</param>
public sealed class FilterEvaluation(ResourceSchema schema)
{
    /// <summary>Judges a resource.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="resource">The resource.</param>
    /// <returns>Whether it meets the filter.</returns>
    public bool Matches(Filter filter, JsonObject resource) => filter switch
    {
        And both => Matches(both.Left, resource) && Matches(both.Right, resource),
        Or either => Matches(either.Left, resource) || Matches(either.Right, resource),
        Not not => !Matches(not.Condition, resource),
        Presence presence => Values(presence.Attribute, resource).Any(HasValue),
        Comparison comparison => Compare(comparison, schema.Find(comparison.Attribute), Values(comparison.Attribute, resource)),
        ValuePath path => Values(path.Attribute, resource).Any(value => MatchesValue(path.Condition, schema.Owner(path.Attribute), value)),
        _ => false,
    };

    /// <summary>Judges one value of an attribute, as the filter in brackets of a path does.</summary>
    /// <param name="filter">The filter on the value's parts.</param>
    /// <param name="attribute">The attribute that it is a value of; null when no schema knows it.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it meets the filter.</returns>
    public static bool MatchesValue(Filter filter, ScimAttribute? attribute, JsonNode? value) => filter switch
    {
        And both => MatchesValue(both.Left, attribute, value) && MatchesValue(both.Right, attribute, value),
        Or either => MatchesValue(either.Left, attribute, value) || MatchesValue(either.Right, attribute, value),
        Not not => !MatchesValue(not.Condition, attribute, value),
        Presence presence => Part(value, presence.Attribute.Name) is { } part && HasValue(part),
        Comparison comparison => Compare(
            comparison,
            attribute?.Sub(comparison.Attribute.Name) ?? (attribute is { IsComplex: false } ? attribute : null),
            [.. Spread(Part(value, comparison.Attribute.Name))]),
        _ => false,
    };

    /// <summary>All values that a path finds in a resource.</summary>
    /// <param name="path">The path.</param>
    /// <param name="resource">The resource.</param>
    /// <returns>The values; those of a multi-valued attribute one by one.</returns>
    public IReadOnlyList<JsonNode> Values(AttributePath path, JsonObject resource)
    {
        var owner = path.Schema is null || schema.IsCore(path.Schema)
            ? resource
            : ScimJson.Find(resource, path.Schema, out var extension) ? extension as JsonObject : null;
        if (owner is null || !ScimJson.Find(owner, path.Name, out var value))
        {
            return [];
        }

        return path.SubAttribute is { } part
            ? [.. Spread(value).SelectMany(one => Spread(one is JsonObject complex && ScimJson.Find(complex, part, out var found) ? found : null))]
            : [.. Spread(value)];
    }

    private static bool Compare(Comparison comparison, ScimAttribute? attribute, IReadOnlyList<JsonNode> values)
    {
        // A complex attribute without a part means its "value" (RFC 7643 2.4 names it the significant one).
        var plain = values.Select(value => value is JsonObject complex ? Part(complex, "value") : value).OfType<JsonValue>().ToList();
        var described = attribute is { IsComplex: true } ? attribute.Sub("value") : attribute;
        if (comparison.Value is null)
        {
            return comparison.Operator == "ne" ? values.Count > 0 : values.Count == 0;
        }

        return comparison.Operator == "ne"
            ? !plain.Any(value => ValueComparison.Holds("eq", described, value, comparison.Value))
            : plain.Any(value => ValueComparison.Holds(comparison.Operator, described, value, comparison.Value));
    }

    private static bool HasValue(JsonNode node) => node switch
    {
        JsonObject complex => complex.Any(pair => pair.Value is not null && HasValue(pair.Value)),
        JsonArray array => array.Any(item => item is not null && HasValue(item)),
        JsonValue value => !value.TryGetValue<string>(out var text) || text.Length > 0,
        _ => false,
    };

    private static JsonNode? Part(JsonNode? value, string name) => value switch
    {
        JsonObject complex => ScimJson.Find(complex, name, out var part) ? part : null,
        JsonValue simple when string.Equals(name, "value", StringComparison.OrdinalIgnoreCase) => simple,
        _ => null,
    };

    private static IEnumerable<JsonNode> Spread(JsonNode? value) => value switch
    {
        null => [],
        JsonArray array => array.OfType<JsonNode>(),
        _ => [value],
    };
}
