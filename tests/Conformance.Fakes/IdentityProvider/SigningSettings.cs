using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider;

/// <summary>What an identity provider signs, and how.</summary>
public sealed record SigningSettings
{
    /// <summary>What is signed.</summary>
    public SignedParts Parts { get; init; } = SignedParts.Both;

    /// <summary>The signature method of RSA keys; keys on a curve always use ECDSA with SHA-256.</summary>
    public string SignatureMethod { get; init; } = SignatureAlgorithms.RsaSha256;

    /// <summary>The digest method.</summary>
    public string DigestMethod { get; init; } = DigestAlgorithms.Sha256;

    /// <summary>The canonicalization method.</summary>
    public string CanonicalizationMethod { get; init; } = CanonicalizationAlgorithms.Exclusive;

    /// <summary>How the signature names its key.</summary>
    public KeyInfoForm KeyInfo { get; init; } = KeyInfoForm.X509Certificate;
}
