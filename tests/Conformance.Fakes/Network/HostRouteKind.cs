namespace Conformance.Fakes.Network;

/// <summary>What becomes of a connection to a host.</summary>
public enum HostRouteKind
{
    /// <summary>It is not made.</summary>
    Refused,

    /// <summary>It goes to a port of this machine.</summary>
    Loopback,

    /// <summary>It goes to the real host, if the address that the name resolves to is allowed.</summary>
    Remote,
}
