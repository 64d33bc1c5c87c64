namespace Conformance.Fakes.Stubs;

/// <summary>A fault of an answer on its way to the client.</summary>
public sealed record StubFault
{
    private StubFault(StubFaultKind kind, int bodyOctets = 0) => (Kind, BodyOctets) = (kind, bodyOctets);

    /// <inheritdoc cref="StubFaultKind.ResetConnection"/>
    public static StubFault ResetConnection { get; } = new(StubFaultKind.ResetConnection);

    /// <inheritdoc cref="StubFaultKind.EmptyReply"/>
    public static StubFault EmptyReply { get; } = new(StubFaultKind.EmptyReply);

    /// <inheritdoc cref="StubFaultKind.HangUntilCancelled"/>
    public static StubFault HangUntilCancelled { get; } = new(StubFaultKind.HangUntilCancelled);

    /// <summary>What goes wrong.</summary>
    public StubFaultKind Kind { get; }

    /// <summary>How much of the body still arrives, where the kind has to do with the body.</summary>
    public int BodyOctets { get; }

    /// <inheritdoc cref="StubFaultKind.TruncateBody"/>
    public static StubFault TruncateBody(int octets) => new(StubFaultKind.TruncateBody, octets);

    /// <inheritdoc cref="StubFaultKind.HangInBody"/>
    public static StubFault HangInBody(int octets) => new(StubFaultKind.HangInBody, octets);
}
