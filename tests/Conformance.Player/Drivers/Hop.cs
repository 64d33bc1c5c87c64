namespace Conformance.Player.Drivers;

/// <summary>One request that a browser made and what came back: the raw material of every verdict.</summary>
public sealed record Hop
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The URL as requested.</summary>
    public required string Url { get; init; }

    /// <summary>The request's headers in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RequestHeaders { get; init; } = [];

    /// <summary>The request's body as sent; empty when there was none.</summary>
    public byte[] RequestBody { get; init; } = [];

    /// <summary>The status code; 0 when no answer came.</summary>
    public int Status { get; init; }

    /// <summary>The answer's headers in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders { get; init; } = [];

    /// <summary>The answer's body, at most <see cref="DriverLimits.BodyBytes"/> of it.</summary>
    public byte[] ResponseBody { get; init; } = [];

    /// <summary>Why there is no answer, in words; <c>null</c> when there is one.</summary>
    public string? Trouble { get; init; }

    /// <summary>When the request was sent.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How long the answer took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Whether the suite asked to read the session, and not the person's browser.</summary>
    public bool IsProbe { get; init; }

    /// <summary>The answer's header of that name, the first one; <c>null</c> when absent.</summary>
    public string? ResponseHeader(string name) =>
        ResponseHeaders.Where(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault();

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Url} → {(Status == 0 ? Trouble ?? "no answer" : Status)}";
}
