using Conformance.Scenarios.Format;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Scenarios.Loading;

/// <summary>The verb and companions of one step, read by the shapes that the format describes.</summary>
internal sealed class StepKeys(MapReader map, IReadOnlyList<KeyDescription> keys, ReadingScope scope)
{
    private readonly ValueReader _values = new(scope);

    public Text? Text(string key) =>
        map.Scalar(key) is not { } scalar ? null
        : Words(key) is { } words ? scope.Word(scalar, key, words)
        : scope.Text(scalar);

    public Text? Role(string key) => scope.Role(Text(key));

    public Value? Expectation(string key) => map.Node(key) is { } node ? _values.Expectation(node) : null;

    public MapValue? Expectations(string key) => NotEmpty(key) is { } fields ? _values.ExpectedFields(fields) : null;

    public MapValue? Values(string key) => NotEmpty(key) is { } fields ? _values.PlainFields(fields) : null;

    public bool? Flag(string key) => map.Flag(key);

    public int? Count(string key, int most = 50) => map.Number(key, least: 1, most);

    public TimeSpan? Duration(string key) => map.Duration(key);

    public YamlNode? Node(string key) => map.Node(key);

    public IReadOnlyList<Edit> Edits(string key) => map.List(key) is { } list ? new EditReader(scope).Read(list, key) : [];

    /// <summary>A map of texts in order; <c>null</c> when there is none.</summary>
    public IReadOnlyList<KeyValuePair<Text, Text>>? Texts(string key)
    {
        if (NotEmpty(key) is not { } fields)
        {
            return null;
        }

        var texts = new List<KeyValuePair<Text, Text>>();
        foreach (var (name, value) in fields.Entries)
        {
            var label = Words(key) is { } words ? scope.Word(name, key, words) : scope.Text(name);
            if (value is YamlScalar { IsNull: false } scalar)
            {
                texts.Add(KeyValuePair.Create(label, scope.Text(scalar)));
            }
            else
            {
                scope.Report(value.Location, $"\"{name.Value}\" is {value.Kind}, and has to be a text. Write it; an empty text is \"\".");
            }
        }

        return texts;
    }

    /// <summary>The map of a key whose own keys the format names.</summary>
    public StepKeys? Map(string key) => map.Node(key) is { } node ? Of(node, $"\"{key}\"", Describe(key).Keys, scope) : null;

    public static StepKeys? Of(YamlNode node, string what, IReadOnlyList<KeyDescription> keys, ReadingScope scope)
    {
        if (MapReader.Of(node, what, [.. keys.Select(key => key.Name)], scope.Problems) is not { } reader)
        {
            return null;
        }

        if (node is YamlMap { Entries.Count: 0 })
        {
            scope.Report(node.Location, $"{what} is an empty map. Write at least one of: {string.Join(", ", keys.Select(key => key.Name))}.");
            return null;
        }

        foreach (var required in keys.Where(key => key.IsRequired))
        {
            reader.RequiredNode(required.Name);
        }

        return new StepKeys(reader, keys, scope);
    }

    private YamlMap? NotEmpty(string key)
    {
        var fields = map.Map(key);
        if (fields is { Entries.Count: 0 })
        {
            scope.Report(fields.Location, $"\"{key}\" is an empty map. Write a key and a value, or leave it out.");
        }

        return fields;
    }

    private KeyDescription Describe(string key) => keys.Single(description => description.Name == key);

    private IReadOnlyList<string>? Words(string key) => Describe(key).Words;
}
