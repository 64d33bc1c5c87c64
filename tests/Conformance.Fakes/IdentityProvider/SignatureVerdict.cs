namespace Conformance.Fakes.IdentityProvider;

/// <summary>What came of checking the signature of a received message.</summary>
public enum SignatureVerdict
{
    /// <summary>It is not signed.</summary>
    Absent,

    /// <summary>A certificate of the service provider verifies it.</summary>
    Valid,

    /// <summary>No certificate of the service provider verifies it.</summary>
    Invalid,

    /// <summary>It is signed, and no certificate of the service provider is known.</summary>
    NotChecked,
}
