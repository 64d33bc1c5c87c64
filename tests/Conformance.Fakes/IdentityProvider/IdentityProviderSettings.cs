using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider;

/// <summary>How one identity provider behaves: what a file of <c>fixtures/identity-providers</c> says.</summary>
/// <remarks>In addresses and issuer, {tenant} stands for <see cref="Tenant"/> and {application} for the application's own segment.</remarks>
public sealed record IdentityProviderSettings
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Whose pages people see.</summary>
    public IdpLook Look { get; init; }

    /// <summary>The customer whose directory it is.</summary>
    public string Organisation { get; init; } = "Example Inc.";

    /// <summary>The directory's identifier, where the vendor has such a thing.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>The entity ID, and the Issuer of everything it says, where the application has none of its own.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where AuthnRequests go.</summary>
    public required string SingleSignOnAddress { get; init; }

    /// <summary>Where people type their password.</summary>
    public required string SignInAddress { get; init; }

    /// <summary>Where people see their applications.</summary>
    public required string PortalAddress { get; init; }

    /// <summary>Where the metadata is.</summary>
    public required string MetadataAddress { get; init; }

    /// <summary>How the XML is written.</summary>
    public XmlStyle Style { get; init; } = new();

    /// <summary>What is signed.</summary>
    public SigningSettings Signing { get; init; } = new();

    /// <summary>The name of the window in use.</summary>
    public string TimeWindow { get; init; } = "usual";

    /// <summary>The windows that are known of the vendor.</summary>
    public IReadOnlyDictionary<string, TimeWindow> TimeWindows { get; init; } = new Dictionary<string, TimeWindow>
    {
        ["usual"] = new(TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)),
    };

    /// <summary>Where the name identifier comes from.</summary>
    public NameIdSettings NameId { get; init; } = new();

    /// <summary>The identity provider's spelling of what it knows about people; case counts.</summary>
    public IReadOnlyDictionary<string, UserField> UserFields { get; init; } = new Dictionary<string, UserField>
    {
        ["email"] = UserField.Email,
    };

    /// <summary>Claims that every application gets, first.</summary>
    public IReadOnlyList<ClaimMapping> BuiltInClaims { get; init; } = [];

    /// <summary>Claims of applications that name none, about people who have no attributes of their own.</summary>
    public IReadOnlyList<ClaimMapping> DefaultClaims { get; init; } = [new("email", "email")];

    /// <summary>The AuthnContextClassRef of a sign-in by password.</summary>
    public string AuthnContext { get; init; } = AuthnContextClasses.PasswordProtectedTransport;

    /// <summary>Whether the SessionIndex is the assertion's ID.</summary>
    public bool SessionIndexIsAssertionId { get; init; }

    /// <summary>Stands before an Audience that is no URI; empty: nothing.</summary>
    public string NonUriAudiencePrefix { get; init; } = "";

    /// <summary>What the metadata holds.</summary>
    public ExportSettings Exports { get; init; } = new();

    /// <summary>Which requests are taken.</summary>
    public RequestSettings Requests { get; init; } = new();

    /// <summary>Whether members of a group inside an assigned group are assigned.</summary>
    public bool NestedGroupsCount { get; init; }

    /// <summary>What becomes of an application that is registered, given the one that it replaces; a mistake changes it.</summary>
    internal Func<ServiceProviderApplication, ServiceProviderApplication?, ServiceProviderApplication> Registering { get; init; } = (application, _) => application;

    /// <summary>The words on the sign-in page.</summary>
    public SignInLabels Labels { get; init; } = new("E-mail", "Password", "Sign in");

    /// <summary>What the refusing pages say, by kind (<see cref="IdpPages.Refusals"/>).</summary>
    public IReadOnlyDictionary<string, IdpError> Errors { get; init; } = new Dictionary<string, IdpError>();

    /// <summary>The window in use.</summary>
    public TimeWindow Window => TimeWindows[TimeWindow];

    /// <summary>The same identity provider at one other origin, <c>http://127.0.0.1:PORT</c> perhaps followed by a path; entity ID and paths stay.</summary>
    public IdentityProviderSettings MovedTo(string origin) => this with
    {
        SingleSignOnAddress = Move(SingleSignOnAddress, origin),
        SignInAddress = Move(SignInAddress, origin),
        PortalAddress = Move(PortalAddress, origin),
        MetadataAddress = Move(MetadataAddress, origin),
    };

    /// <summary>The host names that people and service providers call, each once.</summary>
    public IReadOnlyList<string> Hosts =>
    [
        .. new[] { SingleSignOnAddress, SignInAddress, PortalAddress, MetadataAddress }
            .Select(address => new Uri(Origin(address)).Host).Distinct(StringComparer.Ordinal),
    ];

    internal string Expand(string text, string application = "") => text
        .Replace("{tenant}", Tenant, StringComparison.Ordinal)
        .Replace("{application}", application, StringComparison.Ordinal);

    /// <summary>Scheme, host and port of an address.</summary>
    internal static string Origin(string address) => address[..PathStart(address)];

    /// <summary>Everything after scheme, host and port, at least a slash.</summary>
    internal static string Path(string address) => PathStart(address) is var at && at < address.Length ? address[at..] : "/";

    private static int PathStart(string address)
    {
        var host = address.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = address.IndexOf('/', host);
        return path < 0 ? address.Length : path;
    }

    private static string Move(string address, string origin) => origin.TrimEnd('/') + Path(address);
}
