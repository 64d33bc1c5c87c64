using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Scim;

/// <summary>
/// JSON as SCIM reads it: attribute names without regard to case (RFC 7643 2.1), numbers and strings exactly as they were written,
/// the order kept, a name given twice refused.
/// </summary>
public static class ScimJson
{
    /// <summary>Nodes whose names are found without regard to case.</summary>
    public static readonly JsonNodeOptions NodeOptions = new() { PropertyNameCaseInsensitive = true };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Readable = new(Plain) { WriteIndented = true };

    /// <summary>Reads a document.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The document, or null when the text is no JSON, says null, or names an attribute twice.</returns>
    public static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text, NodeOptions, Strict);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Reads an object.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The object, or null when the text is anything else.</returns>
    public static JsonObject? TryParseObject(string text) => TryParse(text) as JsonObject;

    /// <summary>A new, empty object that finds names without regard to case.</summary>
    /// <returns>The object.</returns>
    public static JsonObject NewObject() => new(NodeOptions);

    /// <summary>Writes a document without needless escapes.</summary>
    /// <param name="node">The document.</param>
    /// <returns>Its text on one line.</returns>
    public static string Write(JsonNode node) => node.ToJsonString(Plain);

    /// <summary>Writes a document for a person.</summary>
    /// <param name="node">The document.</param>
    /// <returns>Its text, indented.</returns>
    public static string WriteIndented(JsonNode node) => node.ToJsonString(Readable);

    /// <summary>Whether a value is unassigned: absent, null or an empty array (RFC 7643 2.5).</summary>
    /// <param name="node">The value.</param>
    /// <returns>True when there is nothing.</returns>
    public static bool IsUnassigned(JsonNode? node) => node is null or JsonArray { Count: 0 };

    /// <summary>Whether two values are the same, objects without regard to the order and case of their names.</summary>
    /// <param name="one">A value.</param>
    /// <param name="other">Another.</param>
    /// <returns>True when they are.</returns>
    public static bool Same(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (null, null) => true,
        (JsonObject left, JsonObject right) => left.Count == right.Count
            && left.All(pair => Find(right, pair.Key, out var value) && Same(pair.Value, value)),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second)),
        (JsonValue left, JsonValue right) => JsonNode.DeepEquals(left, right),
        _ => false,
    };

    /// <summary>Finds a name without regard to case, whatever options the object was made with.</summary>
    /// <param name="node">The object.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">What stands there.</param>
    /// <returns>Whether the name is there.</returns>
    public static bool Find(JsonObject node, string name, out JsonNode? value)
    {
        if (node.TryGetPropertyValue(name, out value))
        {
            return true;
        }

        foreach (var (key, found) in node)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                value = found;
                return true;
            }
        }

        return false;
    }

    /// <summary>A string at a name.</summary>
    /// <param name="node">The object.</param>
    /// <param name="name">The name.</param>
    /// <returns>The string, or null when there is none.</returns>
    public static string? Text(JsonObject? node, string name) =>
        node is not null && Find(node, name, out var value) && value is JsonValue text && text.TryGetValue<string>(out var found)
            ? found
            : null;
}
