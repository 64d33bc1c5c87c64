using System.Security.Cryptography.X509Certificates;
using Conformance.Saml.Messages;
using Conformance.Saml.Metadata;

namespace Conformance.Fakes.IdentityProvider;

/// <summary>A service provider as an administrator registers it at the identity provider.</summary>
public sealed record ServiceProviderApplication
{
    /// <summary>The service provider's entity ID; case counts.</summary>
    public required string EntityId { get; init; }

    /// <summary>Where answers may go; the first is the default.</summary>
    public required IReadOnlyList<string> AcsUrls { get; init; }

    /// <summary>The label of its tile.</summary>
    public required string Name { get; init; }

    /// <summary>The identifier that error pages show.</summary>
    public string Id { get; init; } = "c0a8f1de-54b2-4d0c-8f37-6e1b92d7a345";

    /// <summary>Its segment of the SSO address, where there is one.</summary>
    public string Segment { get; init; } = "application";

    /// <summary>Its claims; null: all of the person's own attributes, as they are.</summary>
    public IReadOnlyList<ClaimMapping>? Claims { get; init; }

    /// <summary>The field the name identifier comes from; null: as the identity provider does.</summary>
    public string? NameIdSource { get; init; }

    /// <summary>The Format of the name identifier; null: as the identity provider does.</summary>
    public string? NameIdFormat { get; init; }

    /// <summary>What is signed; null: as the identity provider does.</summary>
    public SignedParts? SignedParts { get; init; }

    /// <summary>The signature method; null: as the identity provider does.</summary>
    public string? SignatureMethod { get; init; }

    /// <summary>The groups whose members may use it; null: everybody may.</summary>
    public IReadOnlyList<string>? AssignedGroups { get; init; }

    /// <summary>User names of those who may use it without any group.</summary>
    public IReadOnlyList<string> AssignedPeople { get; init; } = [];

    /// <summary>Whether it is switched on.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Whether unsigned AuthnRequests are refused.</summary>
    public bool RequiresSignedRequests { get; init; }

    /// <summary>What its AuthnRequests are signed with; any fits.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; init; } = [];

    /// <summary>RelayState of unsolicited answers; null: none.</summary>
    public string? DefaultRelayState { get; init; }

    /// <summary>Where its tile leads, so that the service provider starts the login; null: the tile sends an unsolicited answer.</summary>
    public string? SignOnUrl { get; init; }

    /// <summary>Where it takes logout messages; null: it takes none.</summary>
    public string? LogoutUrl { get; init; }

    /// <summary>Where it takes answers to its own LogoutRequests; null: at <see cref="LogoutUrl"/>.</summary>
    public string? LogoutResponseUrl { get; init; }

    /// <summary>Whether it takes them by HTTP-POST instead of HTTP-Redirect.</summary>
    public bool LogoutByPost { get; init; }

    /// <summary>Where it takes them by HTTP-POST, perhaps besides; null: nobody knows of any such address.</summary>
    public Endpoint? PostedLogout { get; init; }

    /// <summary>The Issuer towards this application; null: the identity provider's entity ID.</summary>
    public string? Issuer { get; init; }

    /// <summary>Whether its metadata declares the HTTP-Redirect endpoint, where that is a choice.</summary>
    public bool DeclareRedirectEndpoint { get; init; }
}
