using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Scenarios.Format;

/// <summary>The JSON Schema by which an editor helps to write scenario files; made from the same descriptions as the loader reads by.</summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NewLine = "\n",

        // The file is read by people: "…" and "→" stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema (JSON Schema 2020-12) as it stands in <c>scenarios/scenario.schema.json</c>.</summary>
    public static string Generate()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Conformance scenario",
            ["description"] = "One requirement, played once for every case. The loader is stricter than this schema; its messages count.",
        };
        foreach (var (key, value) in SchemaShapes.Map(ScenarioFormat.Keys))
        {
            schema[key] = value?.DeepClone();
        }

        schema["$defs"] = Definitions();
        return schema.ToJsonString(_options) + "\n";
    }

    private static JsonObject Definitions()
    {
        var definitions = new JsonObject
        {
            ["name"] = new JsonObject { ["type"] = "string", ["pattern"] = ScenarioFormat.NamePattern },
            ["scalar"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
            ["duration"] = new JsonObject { ["type"] = "string", ["pattern"] = @"^-?[0-9]+(\.[0-9]+)?(ms|s|m|h|d)$" },
            ["value"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean", "null", "object", "array") },
            ["expectation"] = new JsonObject
            {
                ["description"] = "A value compared exactly, a list, a map of fields, or a matcher.",
                ["anyOf"] = new JsonArray([SchemaShapes.Reference("matcher"), SchemaShapes.Reference("value")]),
            },
            ["matcher"] = new JsonObject
            {
                ["type"] = "object",
                ["minProperties"] = 1,
                ["maxProperties"] = 1,
                ["additionalProperties"] = false,
                ["properties"] = SchemaShapes.Properties(ScenarioFormat.Matchers),
            },
            ["cases"] = SchemaShapes.Cases(),
            ["given"] = SchemaShapes.Given(),
            ["edit"] = new JsonObject
            {
                ["description"] = "A word, or one word and its argument.",
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "string" },
                    new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["maxProperties"] = 1 }),
            },
            ["steps"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = SchemaShapes.Reference("step") },
            ["step"] = new JsonObject
            {
                ["description"] = "One verb and what belongs to it; the verb comes first.",
                ["oneOf"] = new JsonArray([.. Verbs.All.Select(verb => SchemaShapes.Reference(verb.Name))]),
            },
        };
        foreach (var verb in Verbs.All)
        {
            var step = SchemaShapes.Map([verb.Verb with { IsRequired = true }, .. verb.Companions]);
            step["description"] = verb.Verb.Summary;
            definitions[verb.Name] = step;
        }

        return definitions;
    }
}
