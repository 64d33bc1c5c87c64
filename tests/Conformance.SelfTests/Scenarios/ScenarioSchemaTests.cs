using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Format;
using Conformance.Scenarios.Steps;
using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

internal sealed class ScenarioSchemaTests
{
    [Test]
    public void The_committed_schema_is_the_generated_one()
    {
        var path = CommittedFile();
        var generated = ScenarioSchema.Generate();
        if (Environment.GetEnvironmentVariable("UPDATE_VERIFIED") == "1")
        {
            File.WriteAllText(path, generated);
        }

        var committed = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;
        Assert.That(
            committed,
            Is.EqualTo(generated),
            "scenarios/scenario.schema.json is not what the code generates. Run \"UPDATE_VERIFIED=1 dotnet test tests/Conformance.SelfTests\" and commit the file.");
    }

    [Test]
    public void Every_verb_has_a_definition_and_every_reference_resolves()
    {
        var schema = JsonNode.Parse(ScenarioSchema.Generate())!;
        var definitions = schema["$defs"]!.AsObject().Select(pair => pair.Key).ToList();
        var references = References(schema).Distinct(StringComparer.Ordinal).ToList();

        Assert.That(definitions, Is.SupersetOf(Verbs.All.Select(verb => verb.Name)));
        Assert.That(references, Is.SubsetOf(definitions.Select(definition => $"#/$defs/{definition}")));
    }

    [Test]
    public void Every_step_record_has_a_verb()
    {
        var records = typeof(Step).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Step)));

        Assert.That(Verbs.All, Has.Count.EqualTo(records));
    }

    [Test]
    public void Every_key_says_what_it_is()
    {
        var keys = ScenarioFormat.Keys.Concat(ScenarioFormat.Matchers).Concat(Verbs.All.SelectMany(verb => verb.Companions.Append(verb.Verb)));

        Assert.That(keys.Concat(keys.SelectMany(key => key.Keys)).Select(key => key.Summary), Has.All.EndsWith("."));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => pair is { Key: "$ref", Value: { } value } ? [value.GetValue<string>()] : References(pair.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static string CommittedFile([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "scenarios", "scenario.schema.json"));
}
