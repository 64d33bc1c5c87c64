using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>What came back for one request of a provisioning client.</summary>
internal sealed record ScimAnswer
{
    /// <summary>The status; 0 when there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>The body as a JSON object; <see langword="null"/> when it is none.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>The body as text, shortened.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Why there was no answer: <c>Timeout</c> or <c>WebExceptionProtocolError</c>; empty where there was one.</summary>
    public string Trouble { get; init; } = string.Empty;

    /// <summary>Whether the client takes it for success.</summary>
    public bool IsSuccess { get; init; }

    /// <summary>How long the server asks to wait; <see langword="null"/>: it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The version of the resource, from the ETag header.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the server asks to be left alone for a while.</summary>
    public bool IsThrottled => Status == 429 || (Status == 503 && RetryAfter is not null);

    /// <summary>The server's own words, or the whole body where it is no SCIM error.</summary>
    public string Detail => Member("detail") ?? Text;

    /// <summary>The error's <c>scimType</c>.</summary>
    public string ScimType => Member("scimType") ?? string.Empty;

    /// <summary>The resource's <c>id</c>, its name read without regard to case.</summary>
    public string? Id => Member("id");

    /// <summary>The resources of a list.</summary>
    public IReadOnlyList<JsonObject> Resources => Find("Resources") is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

    /// <summary>How many resources there are on all pages.</summary>
    public int TotalResults => Find("totalResults") is JsonValue value && value.TryGetValue<int>(out var total) ? total : Resources.Count;

    private string? Member(string name) => Find(name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private JsonNode? Find(string name) => Body is null ? null : ResourcePath.Find(Body, name);
}
