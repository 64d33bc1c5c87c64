using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Playing;

/// <summary>Compares what is there with what a scenario expects: a text, or one of the few matchers.</summary>
internal sealed class ValueMatcher(VariableScope scope, TimeProvider clock)
{
    private static readonly TimeSpan RegexLimit = TimeSpan.FromSeconds(2);

    /// <summary>Compares values that may be several (an attribute); a text has to equal the only one.</summary>
    /// <returns><c>null</c> when it fits; else what was expected, in words.</returns>
    public string? Mismatch(Value expected, IReadOnlyList<string> actual) => expected switch
    {
        ListValue list => actual.SequenceEqual(list.Items.Select(Text), StringComparer.Ordinal) ? null : $"the values {Quote(list.Items.Select(Text))}",
        MapValue map => map.Entries.Select(entry => Mismatch(entry.Key.Raw, entry.Value, actual)).FirstOrDefault(mismatch => mismatch is not null),
        TextValue { IsNull: true } => actual.Count == 0 ? null : "none",
        TextValue text => actual.Count == 1 && string.Equals(actual[0], Text(text), StringComparison.Ordinal) ? null : $"\"{Text(text)}\"",
        _ => throw new InvalidOperationException($"{expected.Location}: a value of kind {expected.GetType().Name} cannot be compared."),
    };

    /// <inheritdoc cref="Mismatch(Value, IReadOnlyList{string})"/>
    public string? Mismatch(Value expected, string? actual) => Mismatch(expected, actual is null ? [] : [actual]);

    private string? Mismatch(string matcher, Value argument, IReadOnlyList<string> actual)
    {
        var one = actual.Count > 0 ? actual[0] : null;
        return matcher switch
        {
            "present" => (Text(argument) == "true") == (one is not null) ? null : Text(argument) == "true" ? "any value" : "none",
            "matches" => one is not null && Regex.IsMatch(one, Text(argument), RegexOptions.CultureInvariant, RegexLimit) ? null : $"text that matches {Text(argument)}",
            "starts-with" => one?.StartsWith(Text(argument), StringComparison.Ordinal) == true ? null : $"text that starts with \"{Text(argument)}\"",
            "not" => Mismatch(argument, actual) is null ? $"anything but {Describe(argument)}" : null,
            "one-of" => argument is ListValue list && list.Items.Any(item => Mismatch(item, actual) is null) ? null : $"one of {string.Join(", ", ((ListValue)argument).Items.Select(Describe))}",
            "at-most" => decimal.TryParse(one, CultureInfo.InvariantCulture, out var number) && number <= decimal.Parse(Text(argument), CultureInfo.InvariantCulture)
                ? null
                : $"at most {Text(argument)}",
            "at-least" => decimal.TryParse(one, CultureInfo.InvariantCulture, out var large) && large >= decimal.Parse(Text(argument), CultureInfo.InvariantCulture)
                ? null
                : $"at least {Text(argument)}",
            "within" => DateTimeOffset.TryParse(one, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                && (time - clock.GetUtcNow()).Duration() <= Duration(argument)
                    ? null
                    : $"a time within {Text(argument)} of now",
            _ => throw new InvalidOperationException($"{argument.Location}: there is no matcher \"{matcher}\"."),
        };
    }

    private TimeSpan Duration(Value argument) => Durations.TryParse(Text(argument), out var duration)
        ? duration
        : throw new PlayException(argument.Location, $"\"{Text(argument)}\" is not a length of time: write {Durations.Form}");

    private string Describe(Value value) => value switch
    {
        ListValue list => $"({Quote(list.Items.Select(Text))})",
        MapValue { Entries: [var entry] } => $"what {entry.Key.Raw} {Describe(entry.Value)}",
        _ => $"\"{Text(value)}\"",
    };

    private string Text(Value value) => value is TextValue text ? text.Text.Bind(scope.ValueOf) : value.ToString() ?? string.Empty;

    private static string Quote(IEnumerable<string> values) => string.Join(", ", values.Select(value => $"\"{value}\""));
}
