namespace Conformance.ReferenceSp.Sessions;

/// <summary>What a page may ask of a login beyond who it is.</summary>
internal enum LoginDemand
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A second factor: the request names the authentication context.</summary>
    SecondFactor,

    /// <summary>That the person authenticates now: the request has ForceAuthn.</summary>
    Fresh,

    /// <summary>That nobody on the way can read the assertion.</summary>
    Encrypted,
}
