using Conformance.Saml.Keys;
using Conformance.Saml.Names;

namespace Conformance.Saml.Messages;

/// <summary>What is signed, with which key and how.</summary>
/// <param name="Parts">What is signed.</param>
/// <param name="Key">The IdP's key.</param>
public sealed record SigningPlan(SignedParts Parts, SigningKey Key)
{
    /// <summary>One of <see cref="SignatureAlgorithms"/>; must fit the key.</summary>
    public string SignatureMethod { get; init; } =
        Key.Ecdsa is null ? SignatureAlgorithms.RsaSha256 : SignatureAlgorithms.EcdsaSha256;

    /// <summary>One of <see cref="DigestAlgorithms"/>.</summary>
    public string DigestMethod { get; init; } = DigestAlgorithms.Sha256;

    /// <summary>One of <see cref="CanonicalizationAlgorithms"/>, for the SignedInfo and the last transform.</summary>
    public string CanonicalizationMethod { get; init; } = CanonicalizationAlgorithms.Exclusive;

    /// <summary>The PrefixList of InclusiveNamespaces in the last transform; null writes none.</summary>
    public string? InclusivePrefixes { get; init; }

    /// <summary>The key that KeyInfo speaks of, where it is to be another than the one that signs.</summary>
    public SigningKey? NamedKey { get; init; }

    /// <summary>How the key is named.</summary>
    public KeyInfoForm KeyInfo { get; init; } = KeyInfoForm.X509Certificate;

    /// <summary>Further certificates in X509Data, base64 of DER, after the key's own.</summary>
    public IReadOnlyList<string> ExtraCertificates { get; init; } = [];
}
