namespace Conformance.Player.Benches;

/// <summary>One customer of the embedded service provider and what its administrator configured.</summary>
public sealed record EmbeddedCompany
{
    /// <summary><c>generic</c>, <c>aircall</c>, <c>justcall</c> or <c>dialpad</c>.</summary>
    public required string Dress { get; init; }

    /// <summary>The company's domain.</summary>
    public required string Domain { get; init; }

    /// <summary>Domains beside its own that the product lets it use.</summary>
    public IReadOnlyList<string> SecondaryDomains { get; init; } = [];

    /// <summary>The identity provider's entity ID; <c>null</c> when metadata is given.</summary>
    public string? Issuer { get; init; }

    /// <summary>The identity provider's sign-on URL; <c>null</c> when metadata is given.</summary>
    public string? SingleSignOnUrl { get; init; }

    /// <summary>Certificates, PEM or bare base64.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>Where its metadata is, for a service provider that refreshes it; <c>null</c>: nowhere.</summary>
    public string? MetadataUrl { get; init; }

    /// <summary>Metadata to import instead of, or beside, the three values.</summary>
    public string? MetadataXml { get; init; }

    /// <summary>Whether unsolicited responses are accepted.</summary>
    public bool IdpInitiated { get; init; }

    /// <summary>Whether people of the company's domain get an account at their first sign-in.</summary>
    public bool JustInTime { get; init; }

    /// <summary>The role of people whom nobody gave another.</summary>
    public string DefaultRole { get; init; } = "Member";

    /// <summary><c>NameID</c> or an attribute.</summary>
    public string Account { get; init; } = "NameID";

    /// <summary>Attributes without which nobody is signed in.</summary>
    public IReadOnlyList<string> RequiredAttributes { get; init; } = [];

    /// <summary>Attribute → profile field.</summary>
    public IReadOnlyDictionary<string, string> AttributeMapping { get; init; } = new Dictionary<string, string>();

    /// <summary>The attribute that carries the role; <c>null</c>: roles are not taken from the identity provider.</summary>
    public string? RoleAttribute { get; init; }

    /// <summary>Whether AuthnRequests are signed.</summary>
    public bool SignsRequests { get; init; }

    /// <summary>Whether AuthnRequests travel by HTTP-POST.</summary>
    public bool PostsRequests { get; init; }

    /// <summary>Where the identity provider takes logout messages; <c>null</c>: it takes none.</summary>
    public string? SingleLogoutUrl { get; init; }

    /// <summary>API keys for SCIM, and whether each may write.</summary>
    public IReadOnlyDictionary<string, bool> ScimTokens { get; init; } = new Dictionary<string, bool>();

    /// <summary>Whether a password signs in where single sign-on is set up.</summary>
    public bool PasswordLogin { get; init; } = true;

    /// <summary>The one account that a password always signs in; <c>null</c>: there is none.</summary>
    public string? BreakGlass { get; init; }

    /// <summary>What identifies the accounts that are locked.</summary>
    public IReadOnlyList<string> Suspended { get; init; } = [];

    /// <summary>The passwords of people who have one, by what identifies the account.</summary>
    public IReadOnlyDictionary<string, string> Passwords { get; init; } = new Dictionary<string, string>();

    /// <summary>People who have an account before the first login: what identifies it → role.</summary>
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>();
}
