using System.Security.Cryptography;

namespace Conformance.ReferenceSp.Signatures;

/// <summary>What a SignatureMethod identifier stands for.</summary>
/// <param name="Key">The kind of key.</param>
/// <param name="Hash">The hash that is signed.</param>
internal sealed record SignatureMethod(KeyKind Key, HashAlgorithmName Hash)
{
    public RSASignaturePadding Padding { get; init; } = RSASignaturePadding.Pkcs1;
}
