using Conformance.Saml.Keys;

namespace Conformance.Saml.Metadata;

/// <summary>What an identity provider publishes about itself, SAML metadata 2.4.3.</summary>
/// <param name="EntityId">Its entity ID.</param>
public sealed record IdpMetadata(string EntityId)
{
    /// <summary>Its certificates, in order.</summary>
    public IReadOnlyList<MetadataCertificate> Certificates { get; init; } = [];

    /// <summary>Where AuthnRequests go.</summary>
    public IReadOnlyList<Endpoint> SingleSignOnServices { get; init; } = [];

    /// <summary>Where LogoutRequests go.</summary>
    public IReadOnlyList<Endpoint> SingleLogoutServices { get; init; } = [];

    /// <summary>The formats that it offers.</summary>
    public IReadOnlyList<string> NameIdFormats { get; init; } = [];

    /// <summary>Whether AuthnRequests have to be signed; null when not said.</summary>
    public bool? WantAuthnRequestsSigned { get; init; }

    /// <summary>Until when the document holds; null when not said.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>ID of the document; needed to sign it.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// Whether WS-Federation RoleDescriptors stand before the IDPSSODescriptor, as Entra ID publishes them; they
    /// carry the certificate given here, which is not one that signs SAML.
    /// </summary>
    public string? RoleDescriptorCertificate { get; init; }

    /// <summary>Writes the document, signed when there is a key.</summary>
    public string ToXml(SigningKey? signingKey = null) => IdpMetadataWriter.Write(this, signingKey);
}
