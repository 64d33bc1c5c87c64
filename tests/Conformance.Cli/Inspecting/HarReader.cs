using System.Globalization;
using System.Text.Json;

namespace Conformance.Cli.Inspecting;

/// <summary>Finds SAML messages in what a browser's network log exports: HTTP Archive 1.2.</summary>
internal static class HarReader
{
    /// <summary>Every message that the browser sent, in order.</summary>
    public static IReadOnlyList<FoundMessage> Read(string json, out string problem)
    {
        problem = string.Empty;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (Property(document.RootElement, "log") is not { } log || Property(log, "entries") is not { ValueKind: JsonValueKind.Array } entries)
            {
                problem = "The input is JSON and no HAR: it has no log with entries.";
                return [];
            }

            var messages = entries.EnumerateArray().Select(Message).OfType<FoundMessage>().ToList();
            problem = messages.Count == 0 ? $"None of the {entries.GetArrayLength()} requests in the HAR carries SAMLRequest or SAMLResponse." : string.Empty;
            return messages;
        }
        catch (JsonException exception)
        {
            problem = $"The input begins like JSON and is none: {exception.Message}";
            return [];
        }
    }

    private static FoundMessage? Message(JsonElement entry)
    {
        if (Property(entry, "request") is not { } request || Text(request, "url") is not { } url)
        {
            return null;
        }

        var question = url.IndexOf('?', StringComparison.Ordinal);
        var found = question >= 0 ? MessageFinder.InQuery(url[(question + 1)..].Split('#')[0], out _) : null;
        found ??= Property(request, "postData") is { } post ? MessageFinder.InQuery(Form(post), out _) : null;
        return found is null ? null : found with
        {
            Where = $"{Text(request, "method") ?? "GET"} {(question < 0 ? url : url[..question])}, {found.Where}",
            Url = question < 0 ? url : url[..question],
            At = DateTimeOffset.TryParse(Text(entry, "startedDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
        };
    }

    // Some browsers write the body as it was sent, some only its fields.
    private static string Form(JsonElement post)
    {
        if (Text(post, "text") is { Length: > 0 } text)
        {
            return text;
        }

        return Property(post, "params") is { ValueKind: JsonValueKind.Array } fields
            ? string.Join('&', fields.EnumerateArray().Select(field => $"{Text(field, "name")}={Text(field, "value")?.Replace("+", "%2B", StringComparison.Ordinal)}"))
            : string.Empty;
    }

    private static string? Text(JsonElement element, string name) => Property(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
