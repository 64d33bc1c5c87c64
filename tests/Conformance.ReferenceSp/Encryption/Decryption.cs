using System.Security.Cryptography;
using System.Xml;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Encryption;

/// <summary>Opens an EncryptedAssertion, EncryptedID or EncryptedAttribute (xmlenc-core1 4, saml-core 6).</summary>
internal static class Decryption
{
    // One sentence for everything that can go wrong, so that an answer tells nothing about the plain text.
    public const string Fault = "The encrypted element cannot be opened with the configured key.";

    private const int GcmNonce = 12;
    private const int GcmTag = 16;
    private const int CbcBlock = 16;

    /// <summary>The plain element, in the document and namespace context of the encrypted one but not yet in its place.</summary>
    public static XmlElement Open(XmlElement wrapper, IReadOnlyList<RSA> keys)
    {
        var data = wrapper.Element("EncryptedData", XmlNames.Encryption) ?? throw new CryptographicException(Fault);
        var cipher = CipherValue(data);
        foreach (var sessionKey in SessionKeys(wrapper, data, keys))
        {
            try
            {
                return Read(wrapper, Decrypt(Method(data), sessionKey, cipher));
            }
            catch (Exception exception) when (exception is CryptographicException or XmlException or ArgumentException)
            {
                continue;
            }
        }

        throw new CryptographicException(Fault);
    }

    private static IEnumerable<byte[]> SessionKeys(XmlElement wrapper, XmlElement data, IReadOnlyList<RSA> keys)
    {
        // Inside KeyInfo, or beside EncryptedData where a RetrievalMethod points to it.
        var encrypted = (data.Element("KeyInfo", XmlNames.Signature)?.Elements("EncryptedKey", XmlNames.Encryption) ?? [])
            .Concat(wrapper.Elements("EncryptedKey", XmlNames.Encryption));
        foreach (var (element, key) in encrypted.SelectMany(element => keys.Select(key => (element, key))))
        {
            byte[] sessionKey;
            try
            {
                sessionKey = KeyTransport.Unwrap(element.Element("EncryptionMethod", XmlNames.Encryption)!, CipherValue(element), key);
            }
            catch (CryptographicException)
            {
                continue;
            }

            yield return sessionKey;
        }
    }

    private static byte[] Decrypt(string algorithm, byte[] key, byte[] cipher)
    {
        var size = algorithm switch
        {
            XmlNames.Encryption + "aes128-cbc" or XmlNames.Encryption11 + "aes128-gcm" => 16,
            XmlNames.Encryption11 + "aes192-gcm" or XmlNames.Encryption + "aes192-cbc" => 24,
            XmlNames.Encryption + "aes256-cbc" or XmlNames.Encryption11 + "aes256-gcm" => 32,
            _ => throw new CryptographicException(Fault),
        };
        if (key.Length != size)
        {
            throw new CryptographicException(Fault);
        }

        return algorithm.EndsWith("-gcm", StringComparison.Ordinal) ? DecryptGcm(key, cipher) : DecryptCbc(key, cipher);
    }

    private static byte[] DecryptGcm(byte[] key, byte[] cipher)
    {
        if (cipher.Length < GcmNonce + GcmTag)
        {
            throw new CryptographicException(Fault);
        }

        using var aes = new AesGcm(key, GcmTag);
        var plain = new byte[cipher.Length - GcmNonce - GcmTag];
        aes.Decrypt(cipher.AsSpan(0, GcmNonce), cipher.AsSpan(GcmNonce, plain.Length), cipher.AsSpan(cipher.Length - GcmTag), plain);
        return plain;
    }

    private static byte[] DecryptCbc(byte[] key, byte[] cipher)
    {
        if (cipher.Length < 2 * CbcBlock || cipher.Length % CbcBlock != 0)
        {
            throw new CryptographicException(Fault);
        }

        using var aes = Aes.Create();
        aes.Key = key;
        var padded = aes.DecryptCbc(cipher.AsSpan(CbcBlock), cipher.AsSpan(0, CbcBlock), PaddingMode.None);

        // xmlenc-core1 5.2: the last byte is the padding's length, the others of it are arbitrary.
        var padding = padded[^1];
        return padding is >= 1 and <= CbcBlock ? padded[..^padding] : throw new CryptographicException(Fault);
    }

    private static XmlElement Read(XmlElement wrapper, byte[] plain)
    {
        var names = new XmlNamespaceManager(wrapper.OwnerDocument.NameTable);
        for (XmlNode? at = wrapper; at is XmlElement element; at = at.ParentNode)
        {
            foreach (var declaration in element.Attributes.Cast<XmlAttribute>().Where(attribute => attribute.NamespaceURI == XmlNames.Xmlns))
            {
                var prefix = declaration.Prefix.Length == 0 ? "" : declaration.LocalName;
                if (!names.HasNamespace(prefix) || (prefix.Length == 0 && names.DefaultNamespace.Length == 0))
                {
                    names.AddNamespace(prefix, declaration.Value);
                }
            }
        }

        var settings = XmlParsing.Settings;
        settings.ConformanceLevel = ConformanceLevel.Fragment;
        using var reader = XmlReader.Create(new MemoryStream(plain), settings, new XmlParserContext(null, names, null, XmlSpace.None));
        _ = reader.MoveToContent();
        var read = (XmlElement)(wrapper.OwnerDocument.ReadNode(reader) ?? throw new XmlException(Fault));
        return reader.MoveToContent() == XmlNodeType.None ? read : throw new XmlException(Fault);
    }

    private static string Method(XmlElement encrypted) =>
        encrypted.Element("EncryptionMethod", XmlNames.Encryption)?.Value("Algorithm") ?? throw new CryptographicException(Fault);

    private static byte[] CipherValue(XmlElement encrypted) => Convert.FromBase64String(
        encrypted.Element("CipherData", XmlNames.Encryption)?.Element("CipherValue", XmlNames.Encryption)?.Text()
        ?? throw new CryptographicException(Fault));
}
