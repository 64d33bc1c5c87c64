namespace Conformance.Saml.Metadata;

/// <summary>One KeyDescriptor.</summary>
/// <param name="Base64">The certificate, base64 of DER.</param>
/// <param name="Use">signing, encryption, or null for both.</param>
public sealed record MetadataCertificate(string Base64, string? Use = MetadataCertificate.Signing)
{
    /// <summary>The use of a key that signs.</summary>
    public const string Signing = "signing";
}
