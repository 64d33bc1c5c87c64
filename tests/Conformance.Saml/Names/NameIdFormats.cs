namespace Conformance.Saml.Names;

/// <summary>Name identifier formats, SAML core 8.3.</summary>
public static class NameIdFormats
{
    /// <summary>Left to the implementations.</summary>
    public const string Unspecified = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

    /// <summary>The 1.0 spelling that JumpCloud offers.</summary>
    public const string Unspecified10 = "urn:oasis:names:tc:SAML:1.0:nameid-format:unspecified";

    /// <summary>An addr-spec.</summary>
    public const string EmailAddress = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

    /// <summary>An X.509 subject name.</summary>
    public const string X509SubjectName = "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName";

    /// <summary>A Windows domain qualified name.</summary>
    public const string WindowsDomainQualifiedName =
        "urn:oasis:names:tc:SAML:1.1:nameid-format:WindowsDomainQualifiedName";

    /// <summary>A Kerberos principal.</summary>
    public const string Kerberos = "urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos";

    /// <summary>A SAML entity; the default of an Issuer.</summary>
    public const string Entity = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

    /// <summary>An opaque value that stays the same between one IdP and one SP.</summary>
    public const string Persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

    /// <summary>An opaque value for one session.</summary>
    public const string Transient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

    /// <summary>Only in a NameIDPolicy: the answer is to be an EncryptedID.</summary>
    public const string Encrypted = "urn:oasis:names:tc:SAML:2.0:nameid-format:encrypted";
}
