using System.Security.Cryptography;

namespace Conformance.ReferenceSp.Signatures;

/// <summary>Digest algorithms by their identifiers (xmldsig-core1 6.2, RFC 6931).</summary>
internal static class DigestMethods
{
    public static IReadOnlyDictionary<string, HashAlgorithmName> Sound { get; } = new Dictionary<string, HashAlgorithmName>
    {
        ["http://www.w3.org/2001/04/xmlenc#sha256"] = HashAlgorithmName.SHA256,
        ["http://www.w3.org/2001/04/xmldsig-more#sha384"] = HashAlgorithmName.SHA384,
        ["http://www.w3.org/2001/04/xmlenc#sha512"] = HashAlgorithmName.SHA512,
    };

    public static IReadOnlyDictionary<string, HashAlgorithmName> Weak { get; } = new Dictionary<string, HashAlgorithmName>
    {
        ["http://www.w3.org/2000/09/xmldsig#sha1"] = HashAlgorithmName.SHA1,
        ["http://www.w3.org/2001/04/xmldsig-more#md5"] = HashAlgorithmName.MD5,
    };

    public static HashAlgorithmName? Find(string algorithm) =>
        Sound.TryGetValue(algorithm, out var sound) ? sound : Weak.TryGetValue(algorithm, out var weak) ? weak : null;
}
