using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Player.Playing;
using Conformance.Scenarios.Format;
using Conformance.Scenarios.Model;
using Conformance.Scim;

namespace Conformance.Player.Scim;

/// <summary>
/// Whether a JSON document holds what a scenario expects of it: a subset, names in any case, what is in a list in any order.
/// </summary>
internal sealed class JsonExpectation(ValueMatcher matcher, VariableScope scope)
{
    private const int ShownLength = 160;

    private static readonly HashSet<string> Matchers = [.. ScenarioFormat.Matchers.Select(known => known.Name)];

    /// <summary>What was expected, in words; <c>null</c> when it is there.</summary>
    public string? Mismatch(Value expected, JsonNode? actual, string path = "") => expected switch
    {
        MapValue { Entries: [{ Key.Raw: "lacks" } lacks] } => actual is JsonArray items && items.Any(one => Mismatch(lacks.Value, one, path) is null)
            ? $"{Name(path)} not to hold {Describe(lacks.Value)}{Seen(actual)}"
            : null,
        MapValue map when IsMatcher(map) => matcher.Mismatch(map, Texts(actual)) is { } wrong ? $"{Name(path)} to be {wrong}{Seen(actual)}" : null,
        MapValue map => actual is JsonObject document
            ? map.Entries.Select(entry => Member(entry, document, path)).FirstOrDefault(wrong => wrong is not null)
            : $"{Name(path)} to be an object{Seen(actual)}",
        ListValue list => actual is JsonArray array
            ? list.Items.Select(item => array.Any(one => Mismatch(item, one, path) is null) ? null : $"{Name(path)} to hold {Describe(item)}{Seen(actual)}").FirstOrDefault(wrong => wrong is not null)
            : $"{Name(path)} to be a list{Seen(actual)}",
        TextValue { IsNull: true } => ScimJson.IsUnassigned(actual) ? null : $"{Name(path)} to be absent{Seen(actual)}",
        TextValue text => IsText(text, actual) ? null : $"{Name(path)} to be {Describe(text)}{Seen(actual)}",
        _ => throw new InvalidOperationException($"{expected.Location}: a value of kind {expected.GetType().Name} cannot be compared."),
    };

    private static bool IsMatcher(MapValue map) => map.Entries is [var only] && Matchers.Contains(only.Key.Raw);

    private static string Name(string path) => path.Length == 0 ? "the body" : $"\"{path}\"";

    // The excerpt of the answer often ends before the place that matters.
    private static string Seen(JsonNode? actual)
    {
        var text = actual is null ? "absent" : ScimJson.Write(actual);
        return $", not {(text.Length <= ShownLength ? text : text[..ShownLength] + "…")}";
    }

    // An empty list is as good as no attribute (RFC 7643 2.5).
    private static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        null or JsonArray { Count: 0 } => [],
        JsonArray array => [.. array.SelectMany(Texts)],
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [node.ToJsonString()],
    };

    private string? Member(KeyValuePair<Text, Value> entry, JsonObject document, string path)
    {
        var name = entry.Key.Bind(scope.ValueOf);
        _ = ScimJson.Find(document, name, out var value);
        return Mismatch(entry.Value, value, path.Length == 0 ? name : $"{path}.{name}");
    }

    private bool IsText(TextValue expected, JsonNode? actual)
    {
        var text = expected.Text.Bind(scope.ValueOf);
        return actual is JsonValue value && value.GetValueKind() switch
        {
            JsonValueKind.String => !IsLiteral(expected, text) && value.GetValue<string>() == text,
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => expected.IsPlain && value.ToJsonString() == text,
            _ => false,
        };
    }

    private static bool IsLiteral(TextValue expected, string text) => expected.IsPlain && expected.Text.Variables.Count == 0 && text is "true" or "false";

    private string Describe(Value value) => value switch
    {
        TextValue { IsPlain: true } text when text.Text.Raw is "true" or "false" => text.Text.Raw,
        TextValue text => $"\"{text.Text.Bind(scope.ValueOf)}\"",
        MapValue map => "{ " + string.Join(", ", map.Entries.Select(entry => $"{entry.Key.Raw}: {Describe(entry.Value)}")) + " }",
        ListValue list => "[" + string.Join(", ", list.Items.Select(Describe)) + "]",
        _ => "",
    };
}
