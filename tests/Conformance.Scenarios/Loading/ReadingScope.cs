using System.Text.RegularExpressions;
using Conformance.Scenarios.Format;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>What is known while a scenario is read, line by line: every text of it passes through here and is checked.</summary>
internal sealed partial class ReadingScope(ScenarioVocabulary vocabulary, ICollection<ScenarioProblem> problems)
{
    private readonly Dictionary<string, Location> _names = new(StringComparer.Ordinal);

    public ScenarioVocabulary Vocabulary => vocabulary;

    public ICollection<ScenarioProblem> Problems => problems;

    /// <summary>Whether the scenario runs on every target and so may name none.</summary>
    public bool IsForEveryTarget { get; init; }

    public IReadOnlyList<Case> Cases { get; set; } = [];

    /// <summary>The roles that are people.</summary>
    public HashSet<string> Roles { get; } = new(vocabulary.Roles, StringComparer.Ordinal);

    public void Report(Location location, string message) => problems.Report(location, message);

    /// <summary>A text of the file, its variables checked.</summary>
    public Text Text(YamlScalar scalar)
    {
        var text = scalar.ToText();
        CheckVariables(text);
        return text;
    }

    /// <summary>A text that has to be one of some words, in every case.</summary>
    public Text Word(YamlScalar scalar, string key, IReadOnlyList<string> words)
    {
        var text = Text(scalar);
        CheckWord(text, $"\"{key}\"", KnownWords.Of(words), words);
        return text;
    }

    public void CheckWord(Text text, string what, KnownWords known) => CheckWord(text, what, known, known.Words);

    /// <summary>A text that has to be a role, in every case.</summary>
    public Text? Role(Text? text)
    {
        if (text is not null)
        {
            CheckWord(text, "The role", KnownWords.Of(Roles), [.. Roles.Order(StringComparer.Ordinal)]);
        }

        return text;
    }

    /// <summary>The texts that come out over all cases; <c>null</c> when they depend on the target.</summary>
    public IReadOnlyList<(string Value, string CaseName)>? PossibleValues(Text text)
    {
        if (text.Variables.Count == 0)
        {
            return [(text.Bind(_ => null), string.Empty)];
        }

        if (text.Variables.Any(name => !name.StartsWith("case.", StringComparison.Ordinal)))
        {
            return null;
        }

        var values = new List<(string, string)>();
        foreach (var @case in Cases)
        {
            // A value that itself holds variables, or a variable that the case lacks (reported elsewhere), says nothing here.
            if (text.Variables.All(name => @case.Values.TryGetValue(name["case.".Length..], out var value) && !value.Contains("${", StringComparison.Ordinal)))
            {
                values.Add((text.Bind(name => @case.Values[name["case.".Length..]]), @case.Name));
            }
        }

        return [.. values.DistinctBy(value => value.Item1, StringComparer.Ordinal)];
    }

    /// <summary>Takes a name by which later steps reach what this step received or sent.</summary>
    public void AddName(Text? name)
    {
        if (name is null)
        {
            return;
        }

        if (!NamePattern().IsMatch(name.Raw))
        {
            Report(name.Location, $"\"as\" is \"{name.Raw}\". Write a name of {ScenarioFormat.NameForm}.");
        }
        else if (IsRoot(name.Raw))
        {
            Report(name.Location, $"\"as\" is \"{name.Raw}\", which already means something in variables. Choose another name.");
        }
        else if (!_names.TryAdd(name.Raw, name.Location))
        {
            Report(name.Location, $"\"{name.Raw}\" already names the step in line {_names[name.Raw].Line}. Choose another name.");
        }
    }

    /// <summary>A text that has to be the name of an earlier step.</summary>
    public void CheckName(Text name)
    {
        if (name.Variables.Count == 0 && !_names.ContainsKey(name.Raw))
        {
            Report(name.Location, $"No earlier step is named \"{name.Raw}\" by \"as\". {NearestWord.Hint(name.Raw, _names.Keys)}");
        }
    }

    public void CheckVariables(Text text)
    {
        if (TextVariables.HasUnclosed(text.Raw))
        {
            Report(text.Location, "A \"${\" is not closed by \"}\". Close it, or write \"$${\" for the letters themselves.");
            return;
        }

        foreach (var variable in text.Variables)
        {
            CheckVariable(variable, text.Location);
        }
    }

    private void CheckWord(Text text, string what, KnownWords known, IReadOnlyList<string> words)
    {
        foreach (var (value, caseName) in PossibleValues(text) ?? [])
        {
            if (!known.Knows(value))
            {
                var place = caseName.Length == 0 ? string.Empty : $" in case \"{caseName}\"";
                Report(text.Location, $"{what} is \"{value}\"{place}, which is unknown. {NearestWord.Hint(value, words)}");
            }
        }
    }

    private void CheckVariable(string variable, Location location)
    {
        var dot = variable.IndexOf('.', StringComparison.Ordinal);
        var root = dot < 0 ? variable : variable[..dot];
        var field = dot < 0 ? string.Empty : variable[(dot + 1)..];
        if (Fields(root) is not { } fields)
        {
            var hint = root == "case" ? "The scenario has no \"cases\". Add them, or write the value." : NearestWord.Hint(root, Roots());
            Report(location, $"Nothing is called \"{root}\" in \"${{{variable}}}\". {hint}");
        }
        else if (root == "integration" && IsForEveryTarget)
        {
            Report(location, $"\"${{{variable}}}\" belongs to an integration, and this scenario runs on every target. Use a role or ${{sp.…}}, or move the file below integrations/.");
        }
        else if (field.Length == 0)
        {
            var example = fields.IsAny || fields.Words.Count == 0 ? "field" : fields.Words[0];
            Report(location, $"\"${{{variable}}}\" names no field. Write one, such as \"${{{root}.{example}}}\".");
        }
        else if (!fields.Knows(field))
        {
            var hint = NearestWord.To(field, fields.Words) is { } nearest
                ? $"Did you mean \"${{{root}.{nearest}}}\"?"
                : NearestWord.Hint(field, fields.Words);
            Report(location, $"\"{root}\" has no field \"{field}\". {hint}");
        }
    }

    private KnownWords? Fields(string root) =>
        root == "case" ? Cases is [{ Name.Length: > 0 } first, ..] ? KnownWords.Of(first.Values.Keys) : null
        : vocabulary.Variables.TryGetValue(root, out var fields) ? fields
        : Roles.Contains(root) ? vocabulary.PersonFields
        : _names.ContainsKey(root) ? KnownWords.Any
        : null;

    private bool IsRoot(string name) => name == "case" || vocabulary.Variables.ContainsKey(name) || Roles.Contains(name);

    private IEnumerable<string> Roots() => ((IEnumerable<string>)["case", .. vocabulary.Variables.Keys, .. Roles, .. _names.Keys]).Order(StringComparer.Ordinal);

    [GeneratedRegex(ScenarioFormat.NamePattern)]
    public static partial Regex NamePattern();
}
