using System.Security.Cryptography.X509Certificates;
using Conformance.Saml.Names;

namespace Conformance.Saml.Messages;

/// <summary>What is encrypted, for whom and how.</summary>
/// <param name="Certificate">The SP's encryption certificate, RSA.</param>
public sealed record EncryptionPlan(X509Certificate2 Certificate)
{
    /// <summary>What is encrypted.</summary>
    public EncryptedParts Parts { get; init; } = EncryptedParts.Assertion;

    /// <summary>Block encryption, one of <see cref="EncryptionAlgorithms"/>.</summary>
    public string ContentMethod { get; init; } = EncryptionAlgorithms.Aes128Gcm;

    /// <summary>Key transport, one of <see cref="EncryptionAlgorithms"/>.</summary>
    public string KeyTransportMethod { get; init; } = EncryptionAlgorithms.RsaOaepMgf1P;

    /// <summary>
    /// OAEP digest, one of <see cref="DigestAlgorithms"/>. <c>null</c> writes none, which means SHA-1 since XML Encryption 1.1; before, it had to be written.
    /// </summary>
    public string? OaepDigest { get; init; } = DigestAlgorithms.Sha1;

    /// <summary>Mask generation, only for <see cref="EncryptionAlgorithms.RsaOaep"/>; null means MGF1 over SHA-1.</summary>
    public string? Mgf { get; init; }

    /// <summary>Where the EncryptedKey stands.</summary>
    public EncryptedKeyPlacement EncryptedKeyPlacement { get; init; }

    /// <summary>Which comes first.</summary>
    public EncryptionOrder Order { get; init; } = EncryptionOrder.EncryptThenSignResponse;

    /// <summary>Whether the EncryptedKey carries the SP's certificate.</summary>
    public bool NameCertificate { get; init; }
}
