namespace Conformance.Fakes.Network;

/// <summary>How one forwarded request ended.</summary>
internal enum ProxyOutcome
{
    /// <summary>Request and response are whole and both connections can carry the next.</summary>
    Complete,

    /// <summary>What could be passed on was; the connection ends here.</summary>
    Ended,

    /// <summary>The other side broke the connection off.</summary>
    Reset,

    /// <summary>Both sides now speak another protocol.</summary>
    Upgraded,
}
