namespace Conformance.Saml.Names;

/// <summary>Digest method URIs.</summary>
public static class DigestAlgorithms
{
    /// <summary>MD5; long broken.</summary>
    public const string Md5 = "http://www.w3.org/2001/04/xmldsig-more#md5";

    /// <summary>SHA-1.</summary>
    public const string Sha1 = "http://www.w3.org/2000/09/xmldsig#sha1";

    /// <summary>SHA-256.</summary>
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    /// <summary>SHA-384.</summary>
    public const string Sha384 = "http://www.w3.org/2001/04/xmldsig-more#sha384";

    /// <summary>SHA-512.</summary>
    public const string Sha512 = "http://www.w3.org/2001/04/xmlenc#sha512";
}
