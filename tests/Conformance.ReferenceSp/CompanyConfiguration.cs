using System.Security.Cryptography.X509Certificates;

namespace Conformance.ReferenceSp;

/// <summary>One customer of the service provider with its single sign-on settings.</summary>
public sealed record CompanyConfiguration
{
    /// <summary>The product whose pages the company's people see.</summary>
    public Dress Dress { get; init; }

    /// <summary>The company's own domain; together with <see cref="Dress"/> it names the company.</summary>
    public required string Domain { get; init; }

    /// <summary>The identity provider's entity ID; null when <see cref="IdpMetadataXml"/> says it.</summary>
    public string? Issuer { get; init; }

    /// <summary>Where AuthnRequests go; null when <see cref="IdpMetadataXml"/> says it.</summary>
    public string? SingleSignOnUrl { get; init; }

    /// <summary>The binding of <see cref="SingleSignOnUrl"/>; of metadata, the one preferred.</summary>
    public SingleSignOnBinding SingleSignOnBinding { get; init; }

    /// <summary>Where the identity provider takes logout messages, by HTTP-Redirect; null: there is no single logout.</summary>
    public string? SingleLogoutUrl { get; init; }

    /// <summary>Trusted signing certificates, each as PEM or as bare base64; those of <see cref="IdpMetadataXml"/> come on top.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>The identity provider's metadata, instead of or beside the single values, which win.</summary>
    public string? IdpMetadataXml { get; init; }

    /// <summary>Where the identity provider's metadata is fetched when it is refreshed; null: nowhere.</summary>
    public string? IdpMetadataUrl { get; init; }

    /// <summary>Whether a response that nobody asked for signs in.</summary>
    public bool IdpInitiated { get; init; }

    /// <summary>Whether an unknown person of a verified domain gets an account at first sign-in.</summary>
    public bool JustInTime { get; init; }

    /// <summary>The role of people whom no role attribute gives one.</summary>
    public string DefaultRole { get; init; } = "Member";

    /// <summary>What names the account: <c>NameID</c>, or the Name of an attribute.</summary>
    public string AccountIdentifier { get; init; } = "NameID";

    /// <summary>Names of attributes without which nobody is signed in.</summary>
    public IReadOnlyList<string> RequiredAttributes { get; init; } = [];

    /// <summary>Attribute Name to profile field (<c>email</c>, <c>firstName</c>, <c>lastName</c>, <c>displayName</c>).</summary>
    public IReadOnlyDictionary<string, string> AttributeMapping { get; init; } = new Dictionary<string, string>();

    /// <summary>The attribute that carries the role; null: the identity provider has no say in roles.</summary>
    public string? RoleAttribute { get; init; }

    /// <summary>Values of <see cref="RoleAttribute"/> to roles; empty: the value is the role.</summary>
    public IReadOnlyDictionary<string, string> RoleMapping { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether AuthnRequests are signed.</summary>
    public bool SignRequests { get; init; }

    /// <summary>The e-mail domains that the company has proven to own; null: <see cref="Domain"/> alone; empty: any domain is taken.</summary>
    public IReadOnlyList<string>? VerifiedDomains { get; init; }

    /// <summary>Whether single sign-on is switched on for the company.</summary>
    public bool SsoActivated { get; init; } = true;

    /// <summary>Whether the company's people may sign in with a password.</summary>
    public bool PasswordLoginAllowed { get; init; } = true;

    /// <summary>The e-mail address of the one account that a password always signs in; null: there is none.</summary>
    public string? BreakGlass { get; init; }

    /// <summary>Whether the company's plan includes single sign-on.</summary>
    public bool OffersSingleSignOn { get; init; } = true;

    /// <summary>Whether the administrator has entered an identity provider.</summary>
    public bool IsSetUp => Issuer is not null || SingleSignOnUrl is not null || IdpMetadataXml is not null || Certificates.Count > 0;

    /// <summary>The same company before its administrator entered an identity provider.</summary>
    public CompanyConfiguration WithoutIdentityProvider => this with { Issuer = null, SingleSignOnUrl = null, IdpMetadataXml = null, Certificates = [] };

    /// <summary>Keys that EncryptedAssertions are opened with, each tried in turn.</summary>
    public IReadOnlyList<X509Certificate2> DecryptionCertificates { get; init; } = [];

    /// <summary>The Format that the AuthnRequest's NameIDPolicy asks for; null: none.</summary>
    public string? NameIdFormat { get; init; }

    /// <summary>API keys for SCIM that are there from the start, and whether each may write.</summary>
    public IReadOnlyDictionary<string, bool> ScimTokens { get; init; } = new Dictionary<string, bool>();

    /// <summary>The id in JustCall's addresses; null: the domain.</summary>
    public string? CompanyId { get; init; }
}
