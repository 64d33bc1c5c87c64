using System.Globalization;
using System.Text.Json;

namespace Conformance.Player.Playing;

/// <summary>The small part of JSON paths that target files need: <c>$.a.b</c>, <c>$['a b']</c>, <c>[0]</c>.</summary>
internal static class JsonPath
{
    public static JsonElement? Find(JsonElement root, string path)
    {
        JsonElement? current = root;
        for (var i = path.StartsWith('$') ? 1 : 0; i < path.Length && current is { } element;)
        {
            if (path[i] == '.')
            {
                var end = path.IndexOfAny(['.', '['], i + 1);
                end = end < 0 ? path.Length : end;
                current = Member(element, path[(i + 1)..end]);
                i = end;
            }
            else if (path[i] == '[')
            {
                var quoted = i + 1 < path.Length && path[i + 1] is '\'' or '"';
                var end = quoted ? path.IndexOf($"{path[i + 1]}]", i + 2, StringComparison.Ordinal) + 1 : path.IndexOf(']', i);
                if (end <= i)
                {
                    return null;
                }

                current = quoted ? Member(element, path[(i + 2)..(end - 1)]) : Item(element, path[(i + 1)..end]);
                i = end + 1;
            }
            else
            {
                return null;
            }
        }

        return current;
    }

    /// <summary>A scalar as one text, a list of scalars as several; <c>null</c>, <c>false</c> and empty things as none.</summary>
    public static IReadOnlyList<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Number or JsonValueKind.True => [element.GetRawText()],
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(Texts)],
        JsonValueKind.Object => [element.GetRawText()],
        _ => [],
    };

    /// <summary>Names with their values, from an object, or from a list of objects with <c>name</c> and <c>value</c> or <c>values</c>.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Values)> NamedValues(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                yield return (member.Name, Texts(member.Value));
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
            {
                var name = Member(item, "name") ?? Member(item, "Name") ?? Member(item, "type") ?? Member(item, "Type");
                var values = Member(item, "values") ?? Member(item, "value") ?? Member(item, "Values") ?? Member(item, "Value");
                if (name is { ValueKind: JsonValueKind.String } text && values is { } found)
                {
                    yield return (text.GetString()!, Texts(found));
                }
            }
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Item(JsonElement element, string index) =>
        element.ValueKind == JsonValueKind.Array
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at < element.GetArrayLength()
            ? element[at]
            : null;
}
