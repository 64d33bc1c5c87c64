using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Words;

namespace Conformance.Player.Fixtures;

/// <summary>What the fixture readers need beside <see cref="MapReader"/>.</summary>
internal static class FixtureMap
{
    extension(MapReader reader)
    {
        /// <summary>One of a few words, or null where the key is not there or wrong.</summary>
        public T? Word<T>(string key, IReadOnlyDictionary<string, T> words, ICollection<ScenarioProblem> problems)
            where T : struct
        {
            if (reader.Scalar(key) is not { } scalar)
            {
                return null;
            }

            if (words.TryGetValue(scalar.Value, out var value))
            {
                return value;
            }

            problems.Add(new(scalar.Location,
                $"\"{key}\" is \"{scalar.Value}\". Write {string.Join(" or ", words.Keys)}. {NearestWord.Hint(scalar.Value, words.Keys)}"));
            return null;
        }

        /// <summary>One of two words as true or false.</summary>
        public bool? Choice(string key, string whenTrue, string whenFalse, ICollection<ScenarioProblem> problems) =>
            reader.Word(key, new Dictionary<string, bool> { [whenTrue] = true, [whenFalse] = false }, problems);

        /// <summary>A length of time that may be negative.</summary>
        public TimeSpan? Offset(string key, ICollection<ScenarioProblem> problems)
        {
            if (reader.Scalar(key) is not { } scalar)
            {
                return null;
            }

            if (Durations.TryParse(scalar.Value, out var offset))
            {
                return offset;
            }

            problems.Add(new(scalar.Location, $"\"{key}\" is \"{scalar.Value}\". Write {Durations.Form}, a minus in front for the past."));
            return null;
        }

        /// <summary>A map of texts, in the order of the file.</summary>
        public IReadOnlyList<KeyValuePair<string, YamlScalar>> Pairs(string key, ICollection<ScenarioProblem> problems)
        {
            var pairs = new List<KeyValuePair<string, YamlScalar>>();
            foreach (var entry in reader.Map(key)?.Entries ?? [])
            {
                if (entry.Value is YamlScalar { IsNull: false } scalar)
                {
                    pairs.Add(new(entry.Key.Value, scalar));
                }
                else
                {
                    problems.Add(new(entry.Value.Location, $"\"{entry.Key.Value}\" is {entry.Value.Kind}, and has to be a text."));
                }
            }

            return pairs;
        }

        /// <summary>A map of texts.</summary>
        public IReadOnlyDictionary<string, string> Texts(string key, ICollection<ScenarioProblem> problems) =>
            reader.Pairs(key, problems).ToDictionary(pair => pair.Key, pair => pair.Value.Value, StringComparer.Ordinal);

        /// <summary>A map of lists of texts.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists(string key, ICollection<ScenarioProblem> problems)
        {
            var entries = reader.Map(key)?.Entries ?? [];
            var inner = reader.Map(key) is { } map
                ? MapReader.Of(map, $"\"{key}\"", [.. entries.Select(entry => entry.Key.Value)], problems)
                : null;
            return entries.ToDictionary(
                entry => entry.Key.Value,
                entry => (IReadOnlyList<string>)[.. (inner?.Scalars(entry.Key.Value) ?? []).Select(item => item.Value)],
                StringComparer.Ordinal);
        }
    }
}
