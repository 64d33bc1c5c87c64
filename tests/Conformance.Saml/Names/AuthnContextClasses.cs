namespace Conformance.Saml.Names;

/// <summary>Authentication context classes, the ones that identity providers send.</summary>
public static class AuthnContextClasses
{
    private const string Prefix = "urn:oasis:names:tc:SAML:2.0:ac:classes:";

    /// <summary>Not said.</summary>
    public const string Unspecified = Prefix + "unspecified";

    /// <summary>A password over a channel of any kind.</summary>
    public const string Password = Prefix + "Password";

    /// <summary>A password over a protected channel.</summary>
    public const string PasswordProtectedTransport = Prefix + "PasswordProtectedTransport";

    /// <summary>An X.509 key.</summary>
    public const string X509 = Prefix + "X509";

    /// <summary>A Kerberos ticket.</summary>
    public const string Kerberos = Prefix + "Kerberos";

    /// <summary>An earlier session.</summary>
    public const string PreviousSession = Prefix + "PreviousSession";
}
