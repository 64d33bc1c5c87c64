using System.Net.Sockets;

namespace Conformance.Fakes.Network;

/// <summary>A connection, or the sentence that says why there is none.</summary>
internal readonly record struct DialResult(Socket? Socket, string? Refusal)
{
    /// <summary>Whether the host is one of the bench's, whatever came of it.</summary>
    public bool MayBeDialled { get; init; }
}
