namespace Conformance.Fakes.Network;

/// <summary>A connection that a bench did not make.</summary>
/// <param name="Host">The host that was asked for.</param>
/// <param name="Port">Its port.</param>
/// <param name="Reason">Why not, as a sentence.</param>
public sealed record BlockedConnection(string Host, int Port, string Reason)
{
    /// <summary>When it was asked for first.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it was asked for last.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>How often it was asked for.</summary>
    public required int Count { get; init; }
}
