namespace Conformance.Player.Fixtures;

/// <summary>How the service provider's administrator enters the identity provider.</summary>
public enum IdpConfigurationForm
{
    /// <summary>The exported metadata, as a whole.</summary>
    Metadata,

    /// <summary>SSO URL, issuer and certificate, one by one.</summary>
    Fields,
}
