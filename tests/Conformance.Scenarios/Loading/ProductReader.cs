using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Reads <c>cases</c> written as <c>each</c> and <c>except</c>: every combination of words but those that make no sense.</summary>
internal sealed class ProductReader(ICollection<ScenarioProblem> problems)
{
    private const int MostCases = 2000;

    private readonly CasesReader _cases = new(problems);

    public IReadOnlyList<Case> Read(YamlMap map)
    {
        var known = problems.Count;
        var reader = MapReader.Of(map, "\"cases\" with \"each\"", ["each", "except"], problems)!;
        if (reader.RequiredNode("each") is not { } node || Axes(node) is not { } axes || problems.Count > known)
        {
            return [];
        }

        if (axes.Aggregate(1L, (count, axis) => Math.Min(count * axis.Words.Count, int.MaxValue)) > MostCases)
        {
            problems.Report(node.Location, $"\"each\" makes more than {MostCases} combinations. Remove words, or split the file.");
            return [];
        }

        var all = Combine(axes, node.Location);
        var kept = reader.Node("except") is { } except ? Remove(all, axes, except) : all;
        if (kept.Count == 0)
        {
            problems.Report(node.Location, "\"except\" leaves no combination. Remove an exception.");
        }

        foreach (var twins in kept.GroupBy(@case => @case.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            problems.Report(node.Location, $"Two combinations are called \"{twins.Key}\". Rename a word so that the joined names differ.");
        }

        return kept;
    }

    private List<Axis>? Axes(YamlNode node)
    {
        if (node is not YamlMap { Entries.Count: > 0 } map)
        {
            problems.Report(node.Location, $"\"each\" is {(node is YamlMap ? "an empty map" : node.Kind)}. Write \"key: [word, word]\" for everything that varies.");
            return null;
        }

        return [.. map.Entries.Select(ReadAxis).OfType<Axis>()];
    }

    private Axis? ReadAxis(YamlEntry entry)
    {
        var key = entry.Key.Value;
        if (!_cases.IsName(entry.Key, "The key of \"each\""))
        {
            return null;
        }

        switch (entry.Value)
        {
            case YamlList { Items.Count: > 0 } list:
                var words = list.Items.OfType<YamlScalar>().ToList();
                foreach (var other in list.Items.Where(item => item is not YamlScalar))
                {
                    problems.Report(other.Location, $"\"{key}\" holds {other.Kind}, and has to be a list of words, or a map of words to their values.");
                }

                foreach (var twin in words.GroupBy(word => word.Value, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
                {
                    problems.Report(twin.Location, $"\"{twin.Value}\" stands twice in \"{key}\". Remove one of them.");
                }

                return new Axis(key, [.. words.Where(IsWord).Select(word => (word.Value, (IReadOnlyDictionary<string, string>)new Dictionary<string, string>()))]);
            case YamlMap { Entries.Count: > 0 } map:
                return new Axis(key, [.. map.Entries.Where(word => IsWord(word.Key)).Select(word => (word.Key.Value, Fields(key, word, map.Entries[0])))]);
            default:
                problems.Report(entry.Value.Location, $"\"{key}\" holds no words. Write \"{key}: [word, word]\".");
                return null;
        }

        bool IsWord(YamlScalar word) => _cases.IsName(word, $"A word of \"{key}\"");
    }

    private Dictionary<string, string> Fields(string key, YamlEntry word, YamlEntry first)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (word.Value is not YamlMap map)
        {
            problems.Report(word.Value.Location, $"The word \"{word.Key.Value}\" has {word.Value.Kind}, and has to have a map of values. Without values write a list: \"{key}: [word, word]\".");
            return fields;
        }

        _cases.AddValues(map, $"{key}.", fields);
        if (first.Value is YamlMap { Entries: var expected }
            && !expected.Select(entry => entry.Key.Value).ToHashSet(StringComparer.Ordinal).SetEquals(map.Entries.Select(entry => entry.Key.Value)))
        {
            var keys = string.Join(", ", expected.Select(entry => entry.Key.Value));
            problems.Report(word.Key.Location, $"The word \"{word.Key.Value}\" has other keys than \"{first.Key.Value}\". Every word of \"{key}\" has the same: {keys}.");
        }

        return fields;
    }

    private static List<Case> Combine(List<Axis> axes, Location location)
    {
        IEnumerable<IReadOnlyList<int>> picks = [[]];
        foreach (var axis in axes)
        {
            picks = [.. picks.SelectMany(pick => Enumerable.Range(0, axis.Words.Count).Select(word => (IReadOnlyList<int>)[.. pick, word]))];
        }

        return [.. picks.Select(pick => ToCase(axes, pick, location))];
    }

    private static Case ToCase(List<Axis> axes, IReadOnlyList<int> pick, Location location)
    {
        var name = string.Join('-', axes.Select((axis, i) => axis.Words[pick[i]].Word));
        var values = CasesReader.Values(name);
        for (var i = 0; i < axes.Count; i++)
        {
            var (word, fields) = axes[i].Words[pick[i]];
            values[axes[i].Key] = word;
            foreach (var (key, value) in fields)
            {
                values[key] = value;
            }
        }

        return new Case(name, values, location);
    }

    private List<Case> Remove(List<Case> all, List<Axis> axes, YamlNode node)
    {
        if (node is not YamlList { Items.Count: > 0 } list)
        {
            problems.Report(node.Location, "\"except\" has to be a list. Write each as \"- { key: word, why: the reason }\", or leave it out.");
            return all;
        }

        var kept = all;
        foreach (var item in list.Items)
        {
            if (Exception(item, axes) is not { } exception)
            {
                continue;
            }

            bool IsExcepted(Case @case) => exception.All(pair => @case.Values[pair.Key] == pair.Value);
            if (!all.Exists(IsExcepted))
            {
                problems.Report(item.Location, "The exception matches no combination. Correct its words, or remove it.");
            }

            kept = [.. kept.Where(@case => !IsExcepted(@case))];
        }

        return kept;
    }

    private Dictionary<string, string>? Exception(YamlNode node, List<Axis> axes)
    {
        var known = problems.Count;
        if (MapReader.Of(node, "An exception", [.. axes.Select(axis => axis.Key), "why"], problems) is not { } reader)
        {
            return null;
        }

        reader.RequiredText("why");
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var axis in axes)
        {
            if (reader.Scalar(axis.Key) is not { } word)
            {
                continue;
            }

            words[axis.Key] = word.Value;
            if (!axis.Words.Any(other => other.Word == word.Value))
            {
                problems.Report(word.Location, $"\"{word.Value}\" is no word of \"{axis.Key}\". {NearestWord.Hint(word.Value, axis.Words.Select(other => other.Word))}");
            }
        }

        if (words.Count == 0 && problems.Count == known)
        {
            problems.Report(node.Location, "The exception names nothing but its reason. Write the words that do not go together.");
        }

        return problems.Count == known ? words : null;
    }

    private sealed record Axis(string Key, IReadOnlyList<(string Word, IReadOnlyDictionary<string, string> Fields)> Words);
}
