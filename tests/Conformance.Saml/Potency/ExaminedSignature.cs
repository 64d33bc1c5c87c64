using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Potency;

/// <summary>A Signature of a message, checked step by step as XML Signature 3.2 says.</summary>
internal sealed class ExaminedSignature(XmlElement element, ExaminedMessage message)
{
    private const string Ds = SamlNamespaces.XmlSignature;
    private readonly Dictionary<XmlElement, byte[]?> _canonical = [];
    private readonly Dictionary<XmlElement, IReadOnlyList<ExaminedReference>> _references = [];
    private readonly Dictionary<(XmlElement, PublicKey), bool> _verified = [];

    public XmlElement Element => element;

    /// <summary>The SignedInfo elements directly inside, normally one.</summary>
    public IReadOnlyList<XmlElement> SignedInfos { get; } = [.. Children(element, "SignedInfo")];

    /// <summary>The bytes of the SignatureValue; null when there is none that is base64.</summary>
    public byte[]? Value { get; } = Base64(Children(element, "SignatureValue").FirstOrDefault()?.InnerText);

    public string? Method => Algorithm(SignedInfos.Count > 0 ? SignedInfos[0] : null, "SignatureMethod");

    /// <summary>Whether one of the SignedInfos verifies and every Reference in it is fulfilled.</summary>
    public bool Stands(PublicKey key) => SignedInfos.Any(info => Verifies(info, key)
        && References(info) is { Count: > 0 } references && references.All(reference => reference.IsFulfilled));

    /// <summary>The elements that a standing signature covers.</summary>
    public IEnumerable<XmlElement> Covered(PublicKey key) => SignedInfos.Where(info => Verifies(info, key))
        .SelectMany(References).Where(reference => reference.IsFulfilled).Select(reference => reference.Target!);

    public IReadOnlyList<ExaminedReference> References(XmlElement signedInfo)
    {
        if (!_references.TryGetValue(signedInfo, out var references))
        {
            references = [.. Children(signedInfo, "Reference")
                .Select(reference => new ExaminedReference(reference, element, message))];
            _references[signedInfo] = references;
        }

        return references;
    }

    /// <summary>Whether the SignatureValue fits a SignedInfo under a key.</summary>
    public bool Verifies(XmlElement signedInfo, PublicKey key)
    {
        if (!_verified.TryGetValue((signedInfo, key), out var verifies))
        {
            verifies = Value is not null && Canonical(signedInfo) is { } bytes
                && VerifiesBytes(bytes, Value, Algorithm(signedInfo, "SignatureMethod") ?? "", key);
            _verified[(signedInfo, key)] = verifies;
        }

        return verifies;
    }

    /// <summary>Whether the SignatureValue is one of no bytes at all under a key.</summary>
    public bool VerifiesNothing(PublicKey key) => Value is not null && VerifiesBytes([], Value, Method ?? "", key);

    /// <summary>Whether the SignatureValue is an HMAC of a SignedInfo under shared bytes.</summary>
    public bool VerifiesHmac(XmlElement signedInfo, byte[] shared)
    {
        var bytes = Canonical(signedInfo);
        var expected = bytes is null ? null : Algorithm(signedInfo, "SignatureMethod") switch
        {
            SignatureAlgorithms.HmacSha1 => HMACSHA1.HashData(shared, bytes),
            SignatureAlgorithms.HmacSha256 => HMACSHA256.HashData(shared, bytes),
            SignatureAlgorithms.HmacSha384 => HMACSHA384.HashData(shared, bytes),
            SignatureAlgorithms.HmacSha512 => HMACSHA512.HashData(shared, bytes),
            _ => null,
        };
        return expected is not null && Value is not null && expected.AsSpan().SequenceEqual(Value);
    }

    public static IEnumerable<XmlElement> Children(XmlElement parent, string name) => parent.ChildNodes
        .OfType<XmlElement>().Where(child => child.LocalName == name && child.NamespaceURI == Ds);

    public static string? Algorithm(XmlElement? parent, string name) =>
        parent is null ? null : Children(parent, name).FirstOrDefault()?.GetAttribute("Algorithm");

    public static byte[]? Base64(string? text)
    {
        var buffer = new byte[text?.Length ?? 0];
        return text is not null && Convert.TryFromBase64String(text, buffer, out var count) ? buffer[..count] : null;
    }

    private byte[]? Canonical(XmlElement signedInfo)
    {
        if (!_canonical.TryGetValue(signedInfo, out var bytes))
        {
            bytes = PlatformCanonicalization.Canonicalize(
                signedInfo, Algorithm(signedInfo, "CanonicalizationMethod") ?? "", null, null);
            _canonical[signedInfo] = bytes;
        }

        return bytes;
    }

    /// <summary>Whether a signature value fits some bytes under a key, by the platform alone.</summary>
    public static bool VerifiesBytes(byte[] data, byte[] value, string method, PublicKey key)
    {
        if (HashOf(method) is not { } hash)
        {
            return false;
        }

        using var rsa = key.GetRSAPublicKey();
        if (rsa is not null && method.Contains("rsa", StringComparison.Ordinal))
        {
            var padding = method.EndsWith("-rsa-MGF1", StringComparison.Ordinal)
                ? RSASignaturePadding.Pss
                : RSASignaturePadding.Pkcs1;
            return rsa.VerifyData(data, value, hash, padding);
        }

        using var ecdsa = key.GetECDsaPublicKey();
        return ecdsa is not null && method.Contains("ecdsa", StringComparison.Ordinal)
            && ecdsa.VerifyData(data, value, hash);
    }

    private static HashAlgorithmName? HashOf(string method) => method switch
    {
        _ when method.Contains("sha256", StringComparison.Ordinal) => HashAlgorithmName.SHA256,
        _ when method.Contains("sha384", StringComparison.Ordinal) => HashAlgorithmName.SHA384,
        _ when method.Contains("sha512", StringComparison.Ordinal) => HashAlgorithmName.SHA512,
        _ when method.Contains("sha1", StringComparison.Ordinal) => HashAlgorithmName.SHA1,
        _ when method.Contains("md5", StringComparison.Ordinal) => HashAlgorithmName.MD5,
        _ => null,
    };
}
