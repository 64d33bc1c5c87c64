using System.Collections.Frozen;
using System.Security.Cryptography;
using Conformance.Saml.Names;

namespace Conformance.Saml.Signing;

/// <summary>What a signature method URI means.</summary>
/// <param name="Hash">The hash that is signed.</param>
/// <param name="Padding">RSA padding; null for other keys.</param>
/// <param name="IsEcdsa">Whether the key is on a curve.</param>
/// <param name="IsHmac">Whether the key is shared.</param>
internal sealed record SignatureMethod(
    HashAlgorithmName Hash, RSASignaturePadding? Padding, bool IsEcdsa = false, bool IsHmac = false)
{
    private static readonly FrozenDictionary<string, SignatureMethod> Known = new Dictionary<string, SignatureMethod>
    {
        [SignatureAlgorithms.RsaMd5] = new(HashAlgorithmName.MD5, RSASignaturePadding.Pkcs1),
        [SignatureAlgorithms.RsaSha1] = new(HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
        [SignatureAlgorithms.RsaSha256] = new(HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        [SignatureAlgorithms.RsaSha384] = new(HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        [SignatureAlgorithms.RsaSha512] = new(HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        [SignatureAlgorithms.RsaPssSha1] = new(HashAlgorithmName.SHA1, RSASignaturePadding.Pss),
        [SignatureAlgorithms.RsaPssSha256] = new(HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        [SignatureAlgorithms.RsaPssSha384] = new(HashAlgorithmName.SHA384, RSASignaturePadding.Pss),
        [SignatureAlgorithms.RsaPssSha512] = new(HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
        [SignatureAlgorithms.EcdsaSha1] = new(HashAlgorithmName.SHA1, null, IsEcdsa: true),
        [SignatureAlgorithms.EcdsaSha256] = new(HashAlgorithmName.SHA256, null, IsEcdsa: true),
        [SignatureAlgorithms.EcdsaSha384] = new(HashAlgorithmName.SHA384, null, IsEcdsa: true),
        [SignatureAlgorithms.EcdsaSha512] = new(HashAlgorithmName.SHA512, null, IsEcdsa: true),
        [SignatureAlgorithms.HmacSha1] = new(HashAlgorithmName.SHA1, null, IsHmac: true),
        [SignatureAlgorithms.HmacSha256] = new(HashAlgorithmName.SHA256, null, IsHmac: true),
        [SignatureAlgorithms.HmacSha384] = new(HashAlgorithmName.SHA384, null, IsHmac: true),
        [SignatureAlgorithms.HmacSha512] = new(HashAlgorithmName.SHA512, null, IsHmac: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null when nobody here can make such a signature.</summary>
    public static SignatureMethod? Find(string uri) => Known.GetValueOrDefault(uri);
}
