using System.Text.Json.Nodes;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Format;

/// <summary>What each <see cref="ValueKind"/> looks like in JSON Schema.</summary>
internal static class SchemaShapes
{
    public static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    public static JsonObject Properties(IEnumerable<KeyDescription> keys)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var shape = Shape(key);
            shape["description"] = key.Summary;
            properties[key.Name] = shape;
        }

        return properties;
    }

    public static JsonObject Map(IReadOnlyList<KeyDescription> keys)
    {
        var map = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        if (keys.Any(key => key.IsRequired))
        {
            map["required"] = Array(keys.Where(key => key.IsRequired).Select(key => key.Name));
        }
        else
        {
            map["minProperties"] = 1;
        }

        map["properties"] = Properties(keys);
        return map;
    }

    public static JsonObject Cases() => new()
    {
        ["oneOf"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "object",
                ["required"] = Array(["each"]),
                ["additionalProperties"] = false,
                ["properties"] = new JsonObject
                {
                    ["each"] = new JsonObject
                    {
                        ["description"] = "Key → words, or words with values of their own. Every combination is a case, named by its words joined by \"-\".",
                        ["type"] = "object",
                        ["minProperties"] = 1,
                        ["propertyNames"] = Reference("name"),
                        ["additionalProperties"] = new JsonObject
                        {
                            ["oneOf"] = new JsonArray(
                                new JsonObject { ["type"] = "array", ["minItems"] = 1, ["uniqueItems"] = true, ["items"] = Reference("scalar") },
                                Rows()),
                        },
                    },
                    ["except"] = new JsonObject
                    {
                        ["description"] = "Combinations that make no sense, each with the reason.",
                        ["type"] = "array",
                        ["minItems"] = 1,
                        ["items"] = new JsonObject
                        {
                            ["type"] = "object",
                            ["required"] = Array(["why"]),
                            ["minProperties"] = 2,
                            ["additionalProperties"] = Reference("scalar"),
                        },
                    },
                },
            },
            WithoutProductKeys()),
    };

    public static JsonObject Given() => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["propertyNames"] = Reference("name"),
        ["properties"] = new JsonObject
        {
            ["needs"] = Words("What the target has to claim."),
            ["idp"] = Named("The look of the identity provider: a file in fixtures/identity-providers."),
            ["other-idp"] = Named("The look of a second identity provider."),
            ["company"] = new JsonObject { ["enum"] = Array(CompanyStates.All), ["description"] = "Below integrations/: how far the company has come with its single sign-on." },
            ["sp"] = false,
            ["integration"] = false,
        },
        ["additionalProperties"] = Named("A person: a file in fixtures/people."),
    };

    private static JsonObject Shape(KeyDescription key) => key.Kind switch
    {
        ValueKind.Text when key.Words is { } words => key.Name == "level"
            ? new JsonObject { ["enum"] = Array(words) }
            : new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = Array(words) }, Variable()) },
        ValueKind.Text => Reference("scalar"),
        ValueKind.Expectation => Reference("expectation"),
        ValueKind.Flag => new JsonObject { ["type"] = "boolean" },
        ValueKind.True => new JsonObject { ["const"] = true },
        ValueKind.Count => new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
        ValueKind.Duration => Reference("duration"),
        ValueKind.Texts => Texts(key.Words),
        ValueKind.Values => new JsonObject { ["type"] = "object", ["minProperties"] = 1 },
        ValueKind.Expectations => new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["additionalProperties"] = Reference("expectation") },
        ValueKind.Map => Map(key.Keys),
        ValueKind.Maps => new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Map(key.Keys) },
        ValueKind.WordOrMap => new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["enum"] = Array(key.Words!) }, Map(key.Keys)) },
        ValueKind.Words => Words(null),
        ValueKind.Edits => new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Reference("edit") },
        ValueKind.Steps => Reference("steps"),
        ValueKind.Branches => new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Reference("steps") },
        ValueKind.Cases => Reference("cases"),
        ValueKind.Given => Reference("given"),
        _ => throw new InvalidOperationException($"The kind \"{key.Kind}\" has no shape. Add it to SchemaShapes."),
    };

    private static JsonObject Variable() => new() { ["type"] = "string", ["pattern"] = @"\$\{" };

    private static JsonObject Named(string description) => new() { ["$ref"] = "#/$defs/name", ["description"] = description };

    private static JsonObject Texts(IReadOnlyList<string>? keys)
    {
        var texts = new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["additionalProperties"] = Reference("scalar") };
        if (keys is not null)
        {
            texts["propertyNames"] = new JsonObject { ["enum"] = Array(keys) };
        }

        return texts;
    }

    private static JsonObject Words(string? description)
    {
        var words = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["uniqueItems"] = true, ["items"] = Reference("scalar") };
        if (description is not null)
        {
            words["description"] = description;
        }

        return words;
    }

    private static JsonObject Rows() => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["propertyNames"] = Reference("name"),
        ["additionalProperties"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Reference("scalar") },
    };

    private static JsonObject WithoutProductKeys()
    {
        var rows = Rows();
        rows["description"] = "Case name → values. A case without values is {}.";
        rows["not"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["required"] = Array(["each"]) }, new JsonObject { ["required"] = Array(["except"]) }) };
        return rows;
    }

    private static JsonArray Array(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)word)];
}
