using System.Text.Json.Nodes;

namespace Conformance.Fakes.ScimServer;

/// <summary>A request of a SCIM client, and what it was answered.</summary>
public sealed record ScimTraffic
{
    /// <summary>When, by the clock of the suite.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the base URL, not decoded.</summary>
    public required string Path { get; init; }

    /// <summary>The query, not decoded.</summary>
    public string RawQuery { get; init; } = string.Empty;

    /// <summary>The query's <c>filter</c>, decoded.</summary>
    public string? Filter { get; init; }

    /// <summary>Headers by name; of repeated ones the first. The token is not among them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the right token came in the right place.</summary>
    public bool IsAuthorized { get; init; }

    /// <summary>The body as text.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The body as JSON; <see langword="null"/> where it is none.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The status of the answer; 0 when there was none.</summary>
    public int Status { get; init; }

    /// <summary>The id of what it created; <see langword="null"/> where it created nothing.</summary>
    public string? CreatedId { get; init; }

    /// <summary>The misbehaviour that it met; <see langword="null"/>: none.</summary>
    public ScimFaultKind? Fault { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Method} {Path}{(RawQuery.Length > 0 ? "?" + RawQuery : string.Empty)} -> {(Status == 0 ? "no answer" : Status.ToString(System.Globalization.CultureInfo.InvariantCulture))}{(Fault is { } fault ? $" ({fault})" : string.Empty)}";
}
