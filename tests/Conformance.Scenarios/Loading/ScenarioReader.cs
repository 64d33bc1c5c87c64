using System.Text.RegularExpressions;
using Conformance.Scenarios.Format;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Makes a scenario of a file's nodes, or says everything that is wrong with it.</summary>
internal sealed partial class ScenarioReader(ScenarioVocabulary vocabulary, SpecCatalogue? spec, ICollection<ScenarioProblem> problems)
{
    private static readonly IReadOnlyList<string> _keys = [.. ScenarioFormat.Keys.Select(key => key.Name)];

    public Scenario? Read(YamlFile file, string address)
    {
        var known = problems.Count;
        FolderRules.CheckAddress(address, file.Start, problems);
        problems.AddRange(file.Problems);
        if (file.Root is null || MapReader.Of(file.Root, "The scenario", _keys, problems) is not { } map)
        {
            return null;
        }

        CheckOrder((YamlMap)file.Root);
        var scenario = Read(map, address);
        return problems.Count == known ? scenario : null;
    }

    private Scenario Read(MapReader map, string address)
    {
        var start = map.Location;
        var scope = new ReadingScope(vocabulary, problems) { IsForEveryTarget = FolderRules.IsForEveryTarget(address) };
        var name = Sentence(map.RequiredScalar("name"), endsWithStop: false);
        var requirement = Requirement(map.RequiredScalar("requirement"));
        var level = ReadLevel(map.RequiredScalar("level"));
        var references = ReadSpec(map);
        var tags = ReadTags(map);
        scope.Cases = map.Node("cases") is { } cases ? new CasesReader(problems).Read(cases) : CasesReader.None(start);
        var control = map.Scalar("control") is { } address2 ? scope.Text(address2) : null;
        var (roles, needs) = map.Node("given") is { } given ? new GivenReader(scope).Read(given) : (new Dictionary<string, string>(), []);
        var steps = map.RequiredNode("steps") is { } list ? new StepReader(scope).ReadList(list) : [];
        CheckCaseValues(scope, map.Node("cases"));
        var scenario = new Scenario
        {
            Address = address,
            Location = start,
            Name = name,
            Requirement = requirement,
            Level = level,
            Spec = references,
            Tags = tags,
            Cases = scope.Cases,
            Control = control,
            Given = roles,
            Needs = needs,
            Steps = steps,
        };
        Expectations.Check(scenario, problems);
        return scenario;
    }

    private void CheckOrder(YamlMap map)
    {
        var last = -1;
        var before = string.Empty;
        foreach (var key in map.Entries.Select(entry => entry.Key).Where(key => _keys.Contains(key.Value, StringComparer.Ordinal)))
        {
            var place = _keys.ToList().IndexOf(key.Value);
            if (place < last)
            {
                problems.Report(key.Location, $"\"{key.Value}\" stands behind \"{before}\". Move it up: the order is {string.Join(", ", _keys)}.");
                continue;
            }

            (last, before) = (place, key.Value);
        }
    }

    private string Sentence(YamlScalar? scalar, bool endsWithStop)
    {
        if (scalar is null)
        {
            return string.Empty;
        }

        var text = scalar.Value.Trim();
        if (text.Length == 0)
        {
            problems.Report(scalar.Location, "The sentence is empty. Write it.");
        }
        else if (text.EndsWith('.') != endsWithStop)
        {
            problems.Report(scalar.Location, endsWithStop ? "The requirement ends without a full stop. Write one whole sentence." : "The name ends with a full stop. Remove it.");
        }

        return text;
    }

    private string Requirement(YamlScalar? scalar)
    {
        var text = Sentence(scalar, endsWithStop: true);
        if (text.Length > 0 && !ObligationPattern().IsMatch(text))
        {
            problems.Report(scalar!.Location, $"The requirement does not say how much it binds. Use one of these words in capitals: {string.Join(", ", ScenarioFormat.ObligationWords)}.");
        }

        return text;
    }

    private Level ReadLevel(YamlScalar? level)
    {
        if (level is null || ScenarioFormat.Levels.Contains(level.Value, StringComparer.Ordinal))
        {
            return level is null ? Level.Must : Enum.Parse<Level>(level.Value, ignoreCase: true);
        }

        problems.Report(level.Location, $"\"{level.Value}\" is no level. {NearestWord.Hint(level.Value, ScenarioFormat.Levels)}");
        return Level.Must;
    }

    private IReadOnlyList<string> ReadSpec(MapReader map)
    {
        var references = map.RequiredNode("spec") is null ? null : map.Scalars("spec");
        if (references is { Count: 0 } && map.Node("spec") is YamlList { Items.Count: 0 } list)
        {
            problems.Report(list.Location, $"\"spec\" is an empty list. Write where the requirement is written, {SpecReference.Form}.");
        }

        foreach (var reference in references ?? [])
        {
            if (!SpecReference.TryParse(reference.Value, out _))
            {
                problems.Report(reference.Location, $"\"{reference.Value}\" is no reference to a specification. Write one {SpecReference.Form}.");
            }
            else if (spec is not null && spec.Find(reference.Value) is null)
            {
                var hint = NearestWord.To(reference.Value, spec.Keys) is { } nearest ? $"Did you mean \"{nearest}\"?" : "Correct it, or add the entry there.";
                problems.Report(reference.Location, $"\"{reference.Value}\" is not in fixtures/spec. {hint}");
            }
        }

        return Distinct(references ?? [], "spec");
    }

    private IReadOnlyList<string> ReadTags(MapReader map)
    {
        var tags = map.Scalars("tags") ?? [];
        foreach (var tag in tags.Where(tag => !ReadingScope.NamePattern().IsMatch(tag.Value)))
        {
            problems.Report(tag.Location, $"The tag is \"{tag.Value}\". Write {ScenarioFormat.NameForm}.");
        }

        if (map.Node("tags") is YamlList { Items.Count: 0 } list)
        {
            problems.Report(list.Location, "\"tags\" is an empty list. Write a tag, or leave the key out.");
        }

        return Distinct(tags, "tags");
    }

    private IReadOnlyList<string> Distinct(IReadOnlyList<YamlScalar> words, string key)
    {
        foreach (var twin in words.GroupBy(word => word.Value, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            problems.Report(twin.Location, $"\"{twin.Value}\" stands twice in \"{key}\". Remove one of them.");
        }

        return [.. words.Select(word => word.Value)];
    }

    /// <summary>Values of cases may hold variables, but not those of the case: they are where those end.</summary>
    private static void CheckCaseValues(ReadingScope scope, YamlNode? cases)
    {
        var hasCases = scope.Cases;
        scope.Cases = [];
        foreach (var scalar in Scalars(cases).Where(scalar => scalar.Value.Contains("${", StringComparison.Ordinal)))
        {
            var text = scalar.ToText();
            if (text.Variables.FirstOrDefault(variable => variable.StartsWith("case.", StringComparison.Ordinal)) is { } own)
            {
                scope.Report(scalar.Location, $"\"${{{own}}}\" stands in the value of a case, and cases cannot use each other. Write the value out.");
            }
            else
            {
                scope.CheckVariables(text);
            }
        }

        scope.Cases = hasCases;
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlMap map => map.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };

    [GeneratedRegex(@"\b(MUST|REQUIRED|SHALL|SHOULD|RECOMMENDED|MAY|OPTIONAL)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ObligationPattern();
}
