namespace Conformance.Player.Fixtures;

/// <summary>The customer of the service provider whose single sign-on an article sets up.</summary>
public sealed record IntegrationCompany
{
    /// <summary><c>aircall</c>, <c>justcall</c> or <c>dialpad</c>.</summary>
    public required string Dress { get; init; }

    /// <summary>The company's e-mail domain, which names it.</summary>
    public required string Domain { get; init; }

    /// <summary>How the identity provider is entered.</summary>
    public required IdpConfigurationForm IdpConfiguration { get; init; }

    /// <summary>How the certificate is handed over, where it is.</summary>
    public CertificateForm Certificate { get; init; }

    /// <summary>Whether unsolicited responses sign in.</summary>
    public bool IdpInitiated { get; init; }

    /// <summary>Whether people get an account at their first sign-in.</summary>
    public bool JustInTime { get; init; }

    /// <summary>The role of new people.</summary>
    public required string DefaultRole { get; init; }

    /// <summary><c>NameID</c>, or the attribute that names the account.</summary>
    public required string Account { get; init; }

    /// <summary>Attributes without which nobody is signed in.</summary>
    public IReadOnlyList<string> RequiredAttributes { get; init; } = [];

    /// <summary>Attribute to profile field.</summary>
    public IReadOnlyDictionary<string, string> AttributeMapping { get; init; } = new Dictionary<string, string>();

    /// <summary>Domains beside its own that the product lets it use.</summary>
    public IReadOnlyList<string> SecondaryDomains { get; init; } = [];

    /// <summary>Whether a password signs in where single sign-on is set up.</summary>
    public bool PasswordLogin { get; init; } = true;

    /// <summary>The person whose password always signs in, by fixture name; null: there is nobody.</summary>
    public string? BreakGlass { get; init; }

    /// <summary>Whose account is locked, by fixture name.</summary>
    public IReadOnlyList<string> Suspended { get; init; } = [];

    /// <summary>Who has an account before the first login: fixture name to role.</summary>
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>();
}
