using Conformance.Scenarios.Format;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Reads <c>cases</c>: named rows of values, or the product of lists of words.</summary>
internal sealed class CasesReader(ICollection<ScenarioProblem> problems)
{
    /// <summary>The one case of a file without <c>cases</c>.</summary>
    public static IReadOnlyList<Case> None(Location location) => [new Case(string.Empty, Values(string.Empty), location)];

    public IReadOnlyList<Case> Read(YamlNode node)
    {
        if (node is not YamlMap { Entries.Count: > 0 } map)
        {
            var kind = node is YamlMap ? "an empty map" : node.Kind;
            problems.Report(node.Location, $"\"cases\" is {kind}. Write \"name: {{ key: value }}\" for each case, or leave \"cases\" out.");
            return [];
        }

        if (map["each"] is not null || map["except"] is not null)
        {
            return new ProductReader(problems).Read(map);
        }

        var cases = map.Entries.Select(ReadCase).OfType<Case>().ToList();
        CheckSameKeys(cases);
        return cases;
    }

    /// <summary>The scalar values of a map by key, beside <c>name</c>, which is the case's own.</summary>
    public static Dictionary<string, string> Values(string name) => new(StringComparer.Ordinal) { ["name"] = name };

    public bool IsName(YamlScalar name, string what)
    {
        if (ReadingScope.NamePattern().IsMatch(name.Value))
        {
            return true;
        }

        problems.Report(name.Location, $"{what} is \"{name.Value}\". Write {ScenarioFormat.NameForm}, because it becomes part of the address.");
        return false;
    }

    /// <summary>Takes the values of a map into a case's, under a prefix.</summary>
    public void AddValues(YamlMap map, string prefix, Dictionary<string, string> values)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (!ReadingScope.NamePattern().IsMatch(key.Value))
            {
                problems.Report(key.Location, $"The key of a value is \"{key.Value}\". Write {ScenarioFormat.NameForm}.");
            }
            else if (prefix.Length == 0 && key.Value == "name")
            {
                problems.Report(key.Location, "\"name\" is always the case's own name. Choose another key.");
            }
            else if (value is YamlScalar { IsNull: false } scalar)
            {
                values[prefix + key.Value] = scalar.Value;
            }
            else
            {
                problems.Report(value.Location, $"The value of \"{key.Value}\" is {value.Kind}, and has to be a text. Write it; an empty text is \"\".");
            }
        }
    }

    private Case? ReadCase(YamlEntry entry)
    {
        if (!IsName(entry.Key, "The name of a case"))
        {
            return null;
        }

        if (entry.Value is not YamlMap map)
        {
            problems.Report(entry.Value.Location, $"The case \"{entry.Key.Value}\" is {entry.Value.Kind}, and has to be a map of values. A case without values is \"{entry.Key.Value}: {{}}\".");
            return null;
        }

        var values = Values(entry.Key.Value);
        AddValues(map, string.Empty, values);
        return new Case(entry.Key.Value, values, entry.Key.Location);
    }

    private void CheckSameKeys(List<Case> cases)
    {
        foreach (var @case in cases.Skip(1))
        {
            foreach (var missing in cases[0].Values.Keys.Except(@case.Values.Keys, StringComparer.Ordinal))
            {
                problems.Report(@case.Location, $"The case \"{@case.Name}\" lacks \"{missing}\", which \"{cases[0].Name}\" has. Every case has the same keys: add it.");
            }

            foreach (var extra in @case.Values.Keys.Except(cases[0].Values.Keys, StringComparer.Ordinal))
            {
                var hint = NearestWord.To(extra, cases[0].Values.Keys) is { } nearest ? $"Did you mean \"{nearest}\"?" : "Every case has the same keys: add it there or remove it here.";
                problems.Report(@case.Location, $"The case \"{@case.Name}\" has \"{extra}\", which \"{cases[0].Name}\" lacks. {hint}");
            }
        }
    }
}
