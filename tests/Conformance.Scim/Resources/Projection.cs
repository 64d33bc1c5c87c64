using System.Text.Json.Nodes;
using Conformance.Scim.Paths;
using Conformance.Scim.Schemas;

namespace Conformance.Scim.Resources;

/// <summary>Which attributes an answer holds, RFC 7644 3.9 and the <c>returned</c> characteristic of RFC 7643 7.</summary>
/// <param name="schema">What describes the resource.</param>
/// <param name="attributes">Those asked for; null for the default set.</param>
/// <param name="excluded">Those not wanted; null for none.</param>
public sealed class Projection(ResourceSchema schema, IReadOnlyList<AttributePath>? attributes, IReadOnlyList<AttributePath>? excluded)
{
    /// <summary>Reads the query parameters.</summary>
    /// <param name="schema">What describes the resource.</param>
    /// <param name="attributes">The parameter <c>attributes</c>; null when it is absent.</param>
    /// <param name="excludedAttributes">The parameter <c>excludedAttributes</c>; null when it is absent.</param>
    /// <returns>The projection.</returns>
    public static Projection Parse(ResourceSchema schema, string? attributes, string? excludedAttributes) =>
        new(schema, Paths(schema, attributes), Paths(schema, excludedAttributes));

    /// <summary>Chooses.</summary>
    /// <param name="resource">The whole resource.</param>
    /// <returns>What the answer holds.</returns>
    public JsonObject Apply(JsonObject resource)
    {
        var result = ScimJson.NewObject();
        foreach (var (name, value) in resource)
        {
            if (schema.Extension(name) is { } extension)
            {
                if (value is JsonObject below && Parts(extension.Id, extension.Attributes, below) is { Count: > 0 } kept)
                {
                    result[name] = kept;
                }
            }
            else if (Kept(null, schema.TopLevel(name), name, value) is { } node)
            {
                result[name] = node;
            }
        }

        return result;
    }

    private static List<AttributePath>? Paths(ResourceSchema schema, string? list) => string.IsNullOrWhiteSpace(list)
        ? null
        : [.. list.Split(',').Select(text => AttributePath.TryParse(text.Trim(), schema.Urns)).OfType<AttributePath>()];

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static JsonNode? Reduced(JsonNode? value, Func<string, bool> keeps) => value switch
    {
        JsonArray array => new JsonArray([.. array.Select(item => Reduced(item, keeps))]),
        JsonObject complex => new JsonObject(
            complex.Where(pair => keeps(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())), ScimJson.NodeOptions),
        not null => value.DeepClone(),
        _ => null,
    };

    private JsonObject Parts(string urn, IReadOnlyList<ScimAttribute> known, JsonObject below)
    {
        var kept = ScimJson.NewObject();
        foreach (var (name, value) in below)
        {
            if (Kept(urn, known.FirstOrDefault(attribute => Same(attribute.Name, name)), name, value) is { } node)
            {
                kept[name] = node;
            }
        }

        return kept;
    }

    private JsonNode? Kept(string? urn, ScimAttribute? attribute, string name, JsonNode? value)
    {
        var returned = attribute?.Returned ?? "default";
        if (returned is "never" || value is null)
        {
            return null;
        }

        if (returned is "always")
        {
            return value.DeepClone();
        }

        if (attributes is not null)
        {
            var asked = attributes.Where(path => Means(path, urn, name)).ToList();
            return asked.Count == 0
                ? null
                : asked.Any(path => path.SubAttribute is null)
                    ? value.DeepClone()
                    : Reduced(value, part => asked.Any(path => Same(path.SubAttribute, part)));
        }

        if (returned is "request")
        {
            return null;
        }

        var unwanted = excluded?.Where(path => Means(path, urn, name)).ToList() ?? [];
        return unwanted.Any(path => path.SubAttribute is null)
            ? null
            : Reduced(value, part => !unwanted.Any(path => Same(path.SubAttribute, part)));
    }

    private bool Means(AttributePath path, string? urn, string name) =>
        (urn is null ? path.Schema is null || schema.IsCore(path.Schema) : Same(path.Schema, urn))
        && (Same(path.Name, name) || (path.Name.Length == 0 && urn is not null));
}
