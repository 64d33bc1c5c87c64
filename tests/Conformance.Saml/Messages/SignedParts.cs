namespace Conformance.Saml.Messages;

/// <summary>What of a Response is signed.</summary>
[Flags]
public enum SignedParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The Response.</summary>
    Response = 1,

    /// <summary>The Assertion.</summary>
    Assertion = 2,

    /// <summary>The Assertion, then the Response around it.</summary>
    Both = Response | Assertion,
}
