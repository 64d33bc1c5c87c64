using Conformance.Scenarios.Format;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Spec;

/// <summary>Reads the files of the catalogue: key → title, says, url, …</summary>
internal static class SpecFileReader
{
    private static readonly string[] _keys =
        ["title", "says", "url", "repair", "not-tested", "level", "verified", "who", "source", "article"];

    public static IReadOnlyDictionary<string, SpecEntry> ReadAll(string directory, string shownAs, ICollection<ScenarioProblem> problems)
    {
        var entries = new Dictionary<string, SpecEntry>(StringComparer.Ordinal);
        if (!Directory.Exists(directory))
        {
            problems.Report(new Location(shownAs, 1, 1), "There is no such folder, and it has to hold the catalogue of requirements. Check its name.");
            return entries;
        }

        foreach (var path in Directory.EnumerateFiles(directory, "*.yaml").Order(StringComparer.Ordinal))
        {
            var file = YamlFile.Read(path, $"{shownAs}/{Path.GetFileName(path)}");
            problems.AddRange(file.Problems);
            if (file.Root is YamlMap map)
            {
                ReadEntries(map, entries, problems);
            }
            else if (file.Root is { } other)
            {
                problems.Report(other.Location, $"The file is {other.Kind}, and has to be a map of keys {SpecReference.Form}.");
            }
        }

        return entries;
    }

    private static void ReadEntries(YamlMap map, Dictionary<string, SpecEntry> entries, ICollection<ScenarioProblem> problems)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (!SpecReference.TryParse(key.Value, out var reference))
            {
                problems.Report(key.Location, $"\"{key.Value}\" is no reference to a specification. Write one {SpecReference.Form}.");
            }
            else if (entries.TryGetValue(key.Value, out var first))
            {
                problems.Report(key.Location, $"\"{key.Value}\" stands here a second time, first at {first.Location}. Remove one of them.");
            }
            else
            {
                // Kept even where something is wrong with it: what refers to it is not wrong as well.
                entries.Add(key.Value, ReadEntry(reference, key.Location, value, problems));
            }
        }
    }

    private static SpecEntry ReadEntry(SpecReference key, Location location, YamlNode value, ICollection<ScenarioProblem> problems)
    {
        var reader = MapReader.Of(value, $"The entry \"{key}\"", _keys, problems);
        return new SpecEntry
        {
            Key = key,
            Location = location,
            Title = reader?.RequiredText("title") ?? key.Value,
            Says = reader?.RequiredText("says") ?? string.Empty,
            Url = reader?.Text("url"),
            Repair = reader?.Text("repair"),
            NotTested = reader?.Text("not-tested"),
            Level = reader?.Scalar("level") is { } level ? ReadLevel(level, problems) : null,
            IsVerified = reader?.Flag("verified") ?? true,
            Who = reader?.Text("who"),
            Source = reader?.Text("source"),
            Article = reader?.Text("article"),
        };
    }

    private static Level? ReadLevel(YamlScalar level, ICollection<ScenarioProblem> problems)
    {
        if (ScenarioFormat.Levels.Contains(level.Value, StringComparer.Ordinal))
        {
            return Enum.Parse<Level>(level.Value, ignoreCase: true);
        }

        problems.Report(level.Location, $"\"{level.Value}\" is no level. {NearestWord.Hint(level.Value, ScenarioFormat.Levels)}");
        return null;
    }
}
