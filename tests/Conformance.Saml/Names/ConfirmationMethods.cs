namespace Conformance.Saml.Names;

/// <summary>Subject confirmation methods, SAML profiles 3.</summary>
public static class ConfirmationMethods
{
    /// <summary>Whoever brings the assertion.</summary>
    public const string Bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    /// <summary>Whoever proves to hold a key.</summary>
    public const string HolderOfKey = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key";

    /// <summary>Whoever the sender vouches for.</summary>
    public const string SenderVouches = "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches";
}
