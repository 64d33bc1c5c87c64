using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>Sends the requests of one client, and knows when it has to stop for a while.</summary>
internal sealed class ScimExchange(ScimConnection connection, ProvisioningLog log, TimeSpan interval, TimeProvider time)
{
    private int _sent;

    public ClientHabits Habits => connection.Habits;

    public ProvisioningLog Log => log;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Until when the server asked to be left alone.</summary>
    public DateTimeOffset PausedUntil { get; private set; }

    /// <summary>Whether the server refused the token in this cycle.</summary>
    public bool IsUnauthorized { get; private set; }

    /// <summary>Whether nothing more is sent in this cycle.</summary>
    public bool IsHalted => (IsUnauthorized && Habits.StopsWhenUnauthorized) || Now < PausedUntil;

    /// <summary>How many requests were sent so far.</summary>
    public int Sent => _sent;

    public void BeginCycle() => IsUnauthorized = false;

    public Task<ScimAnswer> GetAsync(string path, string? filter, CancellationToken cancellationToken, params KeyValuePair<string, string>[] more) =>
        SendAsync(HttpMethod.Get, path, null, null, cancellationToken, [.. more, .. filter is null ? [] : (KeyValuePair<string, string>[])[new("filter", filter)]]);

    public async Task<ScimAnswer> SendAsync(
        HttpMethod method, string path, JsonObject? body, string? ifMatch, CancellationToken cancellationToken, params KeyValuePair<string, string>[] query)
    {
        ScimAnswer answer;
        var repeats = 0;
        do
        {
            Interlocked.Increment(ref _sent);
            answer = await connection.SendAsync(method, path, query, body, Habits.SendsIfMatch ? ifMatch : null, cancellationToken);
            IsUnauthorized |= answer.Status == 401;
            if (answer.IsThrottled && Habits.HeedsRetryAfter)
            {
                PausedUntil = Now + (answer.RetryAfter ?? interval);
            }
        }
        while (!answer.IsSuccess && (answer.Status is 0 or 429 or >= 500) && repeats++ < Habits.RepeatsAtOnce);

        return answer;
    }

    /// <summary>Puts operations in a PATCH message.</summary>
    public JsonObject Patch(IEnumerable<JsonObject> operations)
    {
        var message = new JsonObject();
        if (Habits.NamesPatchSchema)
        {
            message["schemas"] = new JsonArray(ResourcePath.PatchOp);
        }

        message["Operations"] = new JsonArray([.. operations.Select(Written)]);
        return message;
    }

    private JsonNode Written(JsonObject operation)
    {
        var copy = (JsonObject)operation.DeepClone();
        if (Habits.CapitalisesOperations && ResourcePath.Text(copy["op"]) is { Length: > 0 } word)
        {
            copy["op"] = char.ToUpperInvariant(word[0]) + word[1..];
        }

        if (Habits.WritesBooleansAsText && copy["value"] is JsonValue value && value.TryGetValue<bool>(out var active))
        {
            copy["value"] = active ? "True" : "False";
        }

        return copy;
    }
}
