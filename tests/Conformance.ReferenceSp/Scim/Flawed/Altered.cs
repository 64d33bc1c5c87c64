using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Scim;

namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>Requests and answers with something changed in them, as flaws do it.</summary>
internal static class Altered
{
    /// <summary>The request with its body changed, where it has one that is an object.</summary>
    public static ScimCall Body(this ScimCall call, Action<JsonObject> change)
    {
        if (ScimJson.TryParseObject(call.BodyText) is not { } body)
        {
            return call;
        }

        change(body);
        return call with { BodyText = ScimJson.Write(body) };
    }

    /// <summary>The request without these parameters.</summary>
    public static ScimCall Without(this ScimCall call, params string[] parameters) => call with
    {
        Query = call.Query.Where(pair => !parameters.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>The request with another value of a parameter that it has.</summary>
    public static ScimCall Parameter(this ScimCall call, string name, Func<string, string> change) => !call.Query.TryGetValue(name, out var value) ? call : call with
    {
        Query = new Dictionary<string, string>(call.Query, StringComparer.OrdinalIgnoreCase) { [name] = change(value) },
    };

    /// <summary>The request with each operation of its PATCH changed; null leaves one out.</summary>
    public static ScimCall Operations(this ScimCall call, Func<JsonObject, JsonObject?> change) => call.Method != "PATCH" ? call : call.Body(body =>
    {
        if (body["Operations"] is JsonArray operations)
        {
            body["Operations"] = new JsonArray([.. operations.OfType<JsonObject>().Select(operation => change(operation.DeepClone().AsObject())).OfType<JsonObject>()]);
        }
    });

    public static string Path(this JsonObject operation) => ScimJson.Text(operation, "path") ?? "";

    public static string Op(this JsonObject operation) => ScimJson.Text(operation, "op")?.ToLowerInvariant() ?? "";

    /// <summary>Shows an attribute ever after as a client once sent it.</summary>
    public static Func<ScimCall, ScimAnswer, ScimAnswer> Remembering(string attribute)
    {
        var sent = new ConcurrentDictionary<string, JsonNode>(StringComparer.Ordinal);
        return (call, answer) =>
        {
            if (call.Method == "POST" && answer.Status == 201 && ScimJson.Text(answer.Body as JsonObject, "id") is { } made
                && ScimJson.TryParseObject(call.BodyText)?[attribute] is { } value)
            {
                sent[made] = value.DeepClone();
            }

            return answer.WithResources(resource =>
            {
                if (ScimJson.Text(resource, "id") is { } id && sent.TryGetValue(id, out var kept))
                {
                    resource[attribute] = kept.DeepClone();
                }
            });
        };
    }

    public static ScimAnswer EmptyList() => new ListResponse(0, 1, 0, []).ToAnswer();
}
