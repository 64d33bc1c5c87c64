namespace Conformance.ReferenceSp;

/// <summary>The addresses that a company's administrator copies into the identity provider.</summary>
public sealed record CompanyAddresses
{
    /// <summary>The service provider's entity ID for this company.</summary>
    public required string EntityId { get; init; }

    /// <summary>Where responses are posted to.</summary>
    public required string AssertionConsumerServiceUrl { get; init; }

    /// <summary>Where a browser starts a login without any page in between.</summary>
    public required string StartUrl { get; init; }

    /// <summary>Who is signed in, as a page or as JSON.</summary>
    public required string ProfileUrl { get; init; }

    /// <summary>Where logout messages are sent to.</summary>
    public required string SingleLogoutUrl { get; init; }

    /// <summary>The service provider's metadata for this company.</summary>
    public required string MetadataUrl { get; init; }
}
