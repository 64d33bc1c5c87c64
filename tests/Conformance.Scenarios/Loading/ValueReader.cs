using System.Text.RegularExpressions;
using Conformance.Scenarios.Format;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Reads what has no fixed keys: values as they are, and expectations, in which matchers stand.</summary>
internal sealed class ValueReader(ReadingScope scope)
{
    private static readonly IReadOnlyList<string> _matchers = [.. ScenarioFormat.Matchers.Select(matcher => matcher.Name)];

    public Value Plain(YamlNode node) => Read(node, withMatchers: false);

    public Value Expectation(YamlNode node) => Read(node, withMatchers: true);

    public MapValue PlainFields(YamlMap map) => Fields(map, withMatchers: false);

    public MapValue ExpectedFields(YamlMap map) => Fields(map, withMatchers: true);

    private Value Read(YamlNode node, bool withMatchers)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return new TextValue(scope.Text(scalar), scalar.IsNull, scalar.IsPlain);
            case YamlList list:
                return new ListValue([.. list.Items.Select(item => Read(item, withMatchers))], list.Location);
            default:
                var map = (YamlMap)node;
                if (withMatchers)
                {
                    CheckMatcher(map);
                }

                return Fields(map, withMatchers && !IsMatcher(map));
        }
    }

    private MapValue Fields(YamlMap map, bool withMatchers) =>
        new([.. map.Entries.Select(entry => KeyValuePair.Create(scope.Text(entry.Key), Read(entry.Value, withMatchers)))], map.Location);

    private static bool IsMatcher(YamlMap map) => map.Entries is [var only] && _matchers.Contains(only.Key.Value, StringComparer.Ordinal);

    private void CheckMatcher(YamlMap map)
    {
        if (IsMatcher(map))
        {
            CheckArgument(map.Entries[0].Key.Value, map.Entries[0].Value);
        }
        else if (map.Entries.Count == 0)
        {
            scope.Report(map.Location, "An empty map stands where something is expected. Write a value, or a matcher such as { present: true }.");
        }
        else if (map.Entries.All(entry => _matchers.Contains(entry.Key.Value, StringComparer.Ordinal)))
        {
            scope.Report(map.Location, "Two matchers stand in one map, and a matcher stands alone. Keep the one that says more.");
        }
        else if (map.Entries is [{ Key.Value: { Length: > 4 } key }] && char.IsLower(key[0]) && NearestWord.To(key, _matchers) is { } nearest)
        {
            scope.Report(map.Entries[0].Key.Location, $"\"{key}\" is no matcher. Did you mean \"{nearest}\"?");
        }
    }

    private void CheckArgument(string matcher, YamlNode argument)
    {
        var problem = (matcher, argument) switch
        {
            ("one-of", YamlList { Items.Count: > 0 }) => null,
            ("one-of", _) => "a list of the values allowed",
            ("not", YamlMap { Entries: [var inner] }) when _matchers.Contains(inner.Key.Value, StringComparer.Ordinal) => Inner(inner),
            ("lacks", _) => null,
            (_, not YamlScalar { IsNull: false }) => "a text",
            ("present", YamlScalar { IsPlain: true, Value: "true" or "false" }) => null,
            ("present", _) => "true or false",
            ("matches", YamlScalar scalar) => IsRegex(scalar.Value) ? null : "a regular expression as .NET knows them",
            (_, YamlScalar { Value: var text }) when text.Contains("${", StringComparison.Ordinal) => null,
            ("within", YamlScalar scalar) => Durations.TryParse(scalar.Value, out _) ? null : Durations.Form,
            ("at-most" or "at-least", YamlScalar scalar) => int.TryParse(scalar.Value, out _) ? null : "a whole number",
            _ => null,
        };
        if (problem is not null)
        {
            var written = argument is YamlScalar { IsNull: false } text ? $"\"{text.Value}\"" : argument.Kind;
            scope.Report(argument.Location, $"The matcher \"{matcher}\" is given {written}. Write {problem}.");
        }
    }

    private string? Inner(YamlEntry inner)
    {
        CheckArgument(inner.Key.Value, inner.Value);
        return null;
    }

    private static bool IsRegex(string pattern)
    {
        try
        {
            // What a variable will be is not known here; any letter will do to judge the rest.
            _ = new Regex(TextVariables.Replace(pattern, _ => "x"), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
