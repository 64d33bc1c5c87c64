namespace Conformance.Fakes.Stubs;

/// <summary>How an answer goes wrong.</summary>
public enum StubFaultKind
{
    /// <summary>The connection is reset before anything is answered.</summary>
    ResetConnection,

    /// <summary>The connection ends in order, without an answer.</summary>
    EmptyReply,

    /// <summary>The connection ends in order inside the body.</summary>
    TruncateBody,

    /// <summary>Nothing is answered until the client goes away or the host stops.</summary>
    HangUntilCancelled,

    /// <summary>The answer stops inside the body and the connection stays open until the client goes away or the host stops.</summary>
    HangInBody,
}
