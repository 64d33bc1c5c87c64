namespace Conformance.Fakes.Stubs;

/// <summary>A request with the answer that was decided on. It is in the journal before the first octet of the answer leaves.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Response">What was answered, with its fault if it had one.</param>
/// <param name="Duration">From the arrival of the request to the decision, delays included.</param>
public sealed record StubExchange(StubRequest Request, StubResponse Response, TimeSpan Duration)
{
    /// <summary>The route that answered; <see langword="null"/> when none matched.</summary>
    public StubRoute? Route { get; init; }

    /// <summary>What the handler threw, which is the suite's own fault and was answered with status 500.</summary>
    public Exception? Error { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Request.Method} {Request.Url} -> {Response.Status}";
}
