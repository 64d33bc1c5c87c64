namespace Conformance.Saml.Names;

/// <summary>Block encryption, key transport and mask generation URIs.</summary>
public static class EncryptionAlgorithms
{
    /// <summary>AES-128, CBC.</summary>
    public const string Aes128Cbc = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";

    /// <summary>AES-192, CBC.</summary>
    public const string Aes192Cbc = "http://www.w3.org/2001/04/xmlenc#aes192-cbc";

    /// <summary>AES-256, CBC.</summary>
    public const string Aes256Cbc = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";

    /// <summary>Triple DES, CBC.</summary>
    public const string TripleDesCbc = "http://www.w3.org/2001/04/xmlenc#tripledes-cbc";

    /// <summary>AES-128, GCM.</summary>
    public const string Aes128Gcm = "http://www.w3.org/2009/xmlenc11#aes128-gcm";

    /// <summary>AES-192, GCM.</summary>
    public const string Aes192Gcm = "http://www.w3.org/2009/xmlenc11#aes192-gcm";

    /// <summary>AES-256, GCM.</summary>
    public const string Aes256Gcm = "http://www.w3.org/2009/xmlenc11#aes256-gcm";

    /// <summary>RSA PKCS #1 v1.5 key transport.</summary>
    public const string Rsa15 = "http://www.w3.org/2001/04/xmlenc#rsa-1_5";

    /// <summary>RSA-OAEP with MGF1 over SHA-1, whatever the digest.</summary>
    public const string RsaOaepMgf1P = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";

    /// <summary>RSA-OAEP of XML Encryption 1.1, mask generation named.</summary>
    public const string RsaOaep = "http://www.w3.org/2009/xmlenc11#rsa-oaep";

    /// <summary>MGF1 over SHA-1.</summary>
    public const string Mgf1Sha1 = "http://www.w3.org/2009/xmlenc11#mgf1sha1";

    /// <summary>MGF1 over SHA-256.</summary>
    public const string Mgf1Sha256 = "http://www.w3.org/2009/xmlenc11#mgf1sha256";

    /// <summary>MGF1 over SHA-384.</summary>
    public const string Mgf1Sha384 = "http://www.w3.org/2009/xmlenc11#mgf1sha384";

    /// <summary>MGF1 over SHA-512.</summary>
    public const string Mgf1Sha512 = "http://www.w3.org/2009/xmlenc11#mgf1sha512";

    /// <summary>The Type of an EncryptedData that holds one element.</summary>
    public const string ElementType = "http://www.w3.org/2001/04/xmlenc#Element";

    /// <summary>The RetrievalMethod Type that leads to an EncryptedKey.</summary>
    public const string EncryptedKeyType = "http://www.w3.org/2001/04/xmlenc#EncryptedKey";
}
