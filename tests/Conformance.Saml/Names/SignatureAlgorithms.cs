namespace Conformance.Saml.Names;

/// <summary>Signature method URIs, XML Signature 1.1 and RFC 9231.</summary>
public static class SignatureAlgorithms
{
    /// <summary>RSA with MD5; long broken.</summary>
    public const string RsaMd5 = "http://www.w3.org/2001/04/xmldsig-more#rsa-md5";

    /// <summary>RSA PKCS #1 v1.5 with SHA-1.</summary>
    public const string RsaSha1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

    /// <summary>RSA PKCS #1 v1.5 with SHA-256.</summary>
    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    /// <summary>RSA PKCS #1 v1.5 with SHA-384.</summary>
    public const string RsaSha384 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384";

    /// <summary>RSA PKCS #1 v1.5 with SHA-512.</summary>
    public const string RsaSha512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512";

    /// <summary>RSA-PSS with SHA-1 and MGF1.</summary>
    public const string RsaPssSha1 = "http://www.w3.org/2007/05/xmldsig-more#sha1-rsa-MGF1";

    /// <summary>RSA-PSS with SHA-256 and MGF1.</summary>
    public const string RsaPssSha256 = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";

    /// <summary>RSA-PSS with SHA-384 and MGF1.</summary>
    public const string RsaPssSha384 = "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1";

    /// <summary>RSA-PSS with SHA-512 and MGF1.</summary>
    public const string RsaPssSha512 = "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1";

    /// <summary>ECDSA with SHA-1.</summary>
    public const string EcdsaSha1 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1";

    /// <summary>ECDSA with SHA-256.</summary>
    public const string EcdsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    /// <summary>ECDSA with SHA-384.</summary>
    public const string EcdsaSha384 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384";

    /// <summary>ECDSA with SHA-512.</summary>
    public const string EcdsaSha512 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512";

    /// <summary>DSA with SHA-1; only ever named, never made.</summary>
    public const string DsaSha1 = "http://www.w3.org/2000/09/xmldsig#dsa-sha1";

    /// <summary>HMAC with SHA-1.</summary>
    public const string HmacSha1 = "http://www.w3.org/2000/09/xmldsig#hmac-sha1";

    /// <summary>HMAC with SHA-256.</summary>
    public const string HmacSha256 = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";

    /// <summary>HMAC with SHA-384.</summary>
    public const string HmacSha384 = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha384";

    /// <summary>HMAC with SHA-512.</summary>
    public const string HmacSha512 = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha512";
}
