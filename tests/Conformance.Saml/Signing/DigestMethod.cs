using System.Security.Cryptography;
using Conformance.Saml.Names;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Signing;

/// <summary>Digests by URI.</summary>
internal static class DigestMethod
{
    public static byte[] Compute(byte[] data, string uri) => CryptographicOperations.HashData(Hash(uri), data);

    public static HashAlgorithmName Hash(string uri) => uri switch
    {
        DigestAlgorithms.Md5 => HashAlgorithmName.MD5,
        DigestAlgorithms.Sha1 => HashAlgorithmName.SHA1,
        DigestAlgorithms.Sha256 => HashAlgorithmName.SHA256,
        DigestAlgorithms.Sha384 => HashAlgorithmName.SHA384,
        DigestAlgorithms.Sha512 => HashAlgorithmName.SHA512,
        _ => throw new TamperingException($"the digest method '{uri}' cannot be made, only named"),
    };
}
