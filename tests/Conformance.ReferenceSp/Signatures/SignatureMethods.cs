using System.Security.Cryptography;

namespace Conformance.ReferenceSp.Signatures;

/// <summary>Signature algorithms by their identifiers (xmldsig-core1 6.4, RFC 6931, RFC 9231).</summary>
internal static class SignatureMethods
{
    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";
    private const string More2007 = "http://www.w3.org/2007/05/xmldsig-more#";

    public static IReadOnlyDictionary<string, SignatureMethod> Sound { get; } = new Dictionary<string, SignatureMethod>
    {
        [More + "rsa-sha256"] = new(KeyKind.Rsa, HashAlgorithmName.SHA256),
        [More + "rsa-sha384"] = new(KeyKind.Rsa, HashAlgorithmName.SHA384),
        [More + "rsa-sha512"] = new(KeyKind.Rsa, HashAlgorithmName.SHA512),
        [More2007 + "sha256-rsa-MGF1"] = new(KeyKind.Rsa, HashAlgorithmName.SHA256) { Padding = RSASignaturePadding.Pss },
        [More2007 + "sha384-rsa-MGF1"] = new(KeyKind.Rsa, HashAlgorithmName.SHA384) { Padding = RSASignaturePadding.Pss },
        [More2007 + "sha512-rsa-MGF1"] = new(KeyKind.Rsa, HashAlgorithmName.SHA512) { Padding = RSASignaturePadding.Pss },
        [More + "ecdsa-sha256"] = new(KeyKind.Ecdsa, HashAlgorithmName.SHA256),
        [More + "ecdsa-sha384"] = new(KeyKind.Ecdsa, HashAlgorithmName.SHA384),
        [More + "ecdsa-sha512"] = new(KeyKind.Ecdsa, HashAlgorithmName.SHA512),
    };

    public static IReadOnlyDictionary<string, SignatureMethod> Weak { get; } = new Dictionary<string, SignatureMethod>
    {
        ["http://www.w3.org/2000/09/xmldsig#rsa-sha1"] = new(KeyKind.Rsa, HashAlgorithmName.SHA1),
        [More + "rsa-md5"] = new(KeyKind.Rsa, HashAlgorithmName.MD5),
        [More + "ecdsa-sha1"] = new(KeyKind.Ecdsa, HashAlgorithmName.SHA1),
    };

    /// <summary>Symmetric: whoever can verify can also sign.</summary>
    public static IReadOnlyDictionary<string, SignatureMethod> Symmetric { get; } = new Dictionary<string, SignatureMethod>
    {
        ["http://www.w3.org/2000/09/xmldsig#hmac-sha1"] = new(KeyKind.Hmac, HashAlgorithmName.SHA1),
        [More + "hmac-sha256"] = new(KeyKind.Hmac, HashAlgorithmName.SHA256),
        [More + "hmac-sha384"] = new(KeyKind.Hmac, HashAlgorithmName.SHA384),
        [More + "hmac-sha512"] = new(KeyKind.Hmac, HashAlgorithmName.SHA512),
    };

    public static SignatureMethod? Find(string algorithm) =>
        new[] { Sound, Weak, Symmetric }.Select(table => table.GetValueOrDefault(algorithm)).FirstOrDefault(found => found is not null);
}
