using System.Text.Json.Nodes;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Scenarios.Format;
using Conformance.Scenarios.Steps;
using Conformance.SelfTests.Snapshots;
using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

internal sealed class ScenarioSchemaTests
{
    [Test]
    public Task The_committed_schema_is_the_generated_one() => Snapshot.MatchesAsync(
        ScenarioSchema.Generate(),
        new SnapshotPath(Repository.At("scenarios"), "scenario.schema", "json") { HasNameOfItsOwn = true });

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
}
