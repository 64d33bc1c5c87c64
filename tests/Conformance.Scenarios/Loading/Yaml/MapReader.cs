using System.Globalization;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading.Yaml;

/// <summary>Reads a map whose keys are known: unknown ones are reported at once, wrong and missing ones when they are asked for.</summary>
public sealed class MapReader
{
    private readonly YamlMap _map;
    private readonly string _what;
    private readonly ICollection<ScenarioProblem> _problems;

    private readonly HashSet<string> _misspelled = new(StringComparer.Ordinal);

    private MapReader(YamlMap map, string what, IReadOnlyList<string> keys, ICollection<ScenarioProblem> problems)
    {
        _map = map;
        _what = what;
        _problems = problems;
        foreach (var key in map.Entries.Select(entry => entry.Key).Where(key => !keys.Contains(key.Value, StringComparer.Ordinal)))
        {
            problems.Report(key.Location, $"{what} has no key \"{key.Value}\". {NearestWord.Hint(key.Value, keys)}");
            _misspelled.Add(NearestWord.To(key.Value, keys) ?? string.Empty);
        }
    }

    /// <summary>Where the map begins.</summary>
    public Location Location => _map.Location;

    /// <summary>Begins to read a map; <c>null</c>, with the problem reported, when the node is none.</summary>
    /// <param name="node">The node that has to be a map.</param>
    /// <param name="what">What the map is, as a sentence begins: <c>The person</c>.</param>
    /// <param name="keys">The keys it may have.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static MapReader? Of(YamlNode node, string what, IReadOnlyList<string> keys, ICollection<ScenarioProblem> problems)
    {
        if (node is not YamlMap map)
        {
            problems.Report(node.Location, $"{what} is {node.Kind}, and has to be a map. Write \"key: value\" lines of: {string.Join(", ", keys)}.");
            return null;
        }

        return new MapReader(map, what, keys, problems);
    }

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => _map[key] is not null;

    /// <summary>The value of a key as it is; <c>null</c> when the key is not there.</summary>
    public YamlNode? Node(string key) => _map[key];

    /// <summary>The value of a key that has to be there.</summary>
    public YamlNode? RequiredNode(string key)
    {
        // A misspelled key is told already; that the right one is missing would be the same mistake again.
        if (_map[key] is null && !_misspelled.Contains(key))
        {
            _problems.Report(_map.Location, $"{_what} lacks \"{key}\". Add \"{key}: …\".");
        }

        return _map[key];
    }

    /// <summary>The text of a key, or <c>null</c>.</summary>
    public YamlScalar? Scalar(string key) => Of<YamlScalar>(key, "a text", "text");

    /// <summary>The text of a key that has to be there.</summary>
    public YamlScalar? RequiredScalar(string key) => RequiredNode(key) is null ? null : Scalar(key);

    /// <inheritdoc cref="Scalar"/>
    public string? Text(string key) => Scalar(key)?.Value;

    /// <inheritdoc cref="RequiredScalar"/>
    public string? RequiredText(string key) => RequiredScalar(key)?.Value;

    /// <summary>The list of a key, or <c>null</c>.</summary>
    public YamlList? List(string key) => Of<YamlList>(key, "a list", "[one, two]");

    /// <summary>The map of a key, whatever its keys are, or <c>null</c>.</summary>
    public YamlMap? Map(string key) => Of<YamlMap>(key, "a map", "{ key: value }");

    /// <summary>The map of a key, whose keys are known, or <c>null</c>.</summary>
    public MapReader? Map(string key, string what, IReadOnlyList<string> keys) => _map[key] is { } node ? Of(node, what, keys, _problems) : null;

    /// <summary>The list of texts of a key, or <c>null</c>; items that are no texts are reported and left out.</summary>
    public IReadOnlyList<YamlScalar>? Scalars(string key)
    {
        if (List(key) is not { } list)
        {
            return null;
        }

        foreach (var item in list.Items.Where(item => item is not YamlScalar { IsNull: false }))
        {
            _problems.Report(item.Location, $"\"{key}\" holds {item.Kind}, and has to be a list of texts. Write \"{key}: [one, two]\".");
        }

        return [.. list.Items.OfType<YamlScalar>().Where(item => !item.IsNull)];
    }

    /// <summary>The yes or no of a key, or <c>null</c>.</summary>
    public bool? Flag(string key)
    {
        switch (Scalar(key))
        {
            case null:
                return null;
            case { IsPlain: true, Value: "true" }:
                return true;
            case { IsPlain: true, Value: "false" }:
                return false;
            case var other:
                _problems.Report(other.Location, $"\"{key}\" is \"{other.Value}\". Write true or false, without quotes.");
                return null;
        }
    }

    /// <summary>The whole number of a key, or <c>null</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">The smallest number allowed.</param>
    /// <param name="most">The largest number allowed.</param>
    public int? Number(string key, int least = 0, int most = int.MaxValue)
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        var range = most == int.MaxValue ? $"from {least}" : $"from {least} to {most}";
        _problems.Report(scalar.Location, $"\"{key}\" is \"{scalar.Value}\". Write a whole number {range}.");
        return null;
    }

    /// <summary>The length of time of a key, or <c>null</c>.</summary>
    public TimeSpan? Duration(string key)
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (Durations.TryParse(scalar.Value, out var duration) && duration >= TimeSpan.Zero)
        {
            return duration;
        }

        _problems.Report(scalar.Location, $"\"{key}\" is \"{scalar.Value}\". Write {Durations.Form}.");
        return null;
    }

    private TNode? Of<TNode>(string key, string wanted, string form)
        where TNode : YamlNode
    {
        switch (_map[key])
        {
            case null:
                return null;
            case YamlScalar { IsNull: true } nothing:
                _problems.Report(nothing.Location, $"\"{key}\" holds nothing, and has to be {wanted}. Write it, or leave the key out.");
                return null;
            case TNode node:
                return node;
            case var other:
                _problems.Report(other.Location, $"\"{key}\" is {other.Kind}, and has to be {wanted}. Write \"{key}: {form}\".");
                return null;
        }
    }
}
