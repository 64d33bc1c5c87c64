using System.Security.Cryptography;
using System.Xml;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Encryption;

/// <summary>RSA-OAEP in both its spellings (xmlenc-core1 5.5.2). RSA 1.5 is left out: its padding is an oracle.</summary>
internal static class KeyTransport
{
    public static byte[] Unwrap(XmlElement method, byte[] cipher, RSA key)
    {
        var hash = HashOf(method.Element("DigestMethod", XmlNames.Signature)?.Value("Algorithm"));
        var mask = method.Value("Algorithm") switch
        {
            XmlNames.Encryption + "rsa-oaep-mgf1p" => HashAlgorithmName.SHA1,
            XmlNames.Encryption11 + "rsa-oaep" => MaskHashOf(method.Element("MGF", XmlNames.Encryption11)?.Value("Algorithm")),
            _ => throw new CryptographicException(Decryption.Fault),
        };
        var label = method.Element("OAEPparams", XmlNames.Encryption) is { } parameters ? Convert.FromBase64String(parameters.Text()) : [];
        return hash == mask && label.Length == 0
            ? key.Decrypt(cipher, RSAEncryptionPadding.CreateOaep(hash))
            : OaepPadding.Decrypt(key, cipher, hash, mask, label);
    }

    private static HashAlgorithmName HashOf(string? algorithm) => algorithm switch
    {
        null or "http://www.w3.org/2000/09/xmldsig#sha1" => HashAlgorithmName.SHA1,
        XmlNames.Encryption + "sha256" => HashAlgorithmName.SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => HashAlgorithmName.SHA384,
        XmlNames.Encryption + "sha512" => HashAlgorithmName.SHA512,
        _ => throw new CryptographicException(Decryption.Fault),
    };

    private static HashAlgorithmName MaskHashOf(string? algorithm) => algorithm switch
    {
        null or XmlNames.Encryption11 + "mgf1sha1" => HashAlgorithmName.SHA1,
        XmlNames.Encryption11 + "mgf1sha256" => HashAlgorithmName.SHA256,
        XmlNames.Encryption11 + "mgf1sha384" => HashAlgorithmName.SHA384,
        XmlNames.Encryption11 + "mgf1sha512" => HashAlgorithmName.SHA512,
        _ => throw new CryptographicException(Decryption.Fault),
    };
}
