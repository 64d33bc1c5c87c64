using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Targets;

/// <summary>What a target file says: the service provider under test, where it runs, and how a person can tell who is signed in.</summary>
public sealed record TargetFile
{
    /// <summary>How reports call it.</summary>
    public required string Name { get; init; }

    /// <summary>The file's path, for messages and for paths relative to it.</summary>
    public required string Path { get; init; }

    /// <summary>Where it runs.</summary>
    public required TargetPlace Place { get; init; }

    /// <summary>The service provider's own values: <c>url</c>, <c>entity-id</c>, <c>acs</c>, <c>metadata</c>, …; texts with variables.</summary>
    public required IReadOnlyDictionary<string, Text> ServiceProvider { get; init; }

    /// <summary>The origin at which the identity provider lives for this target; <c>null</c>: <c>https://idp.example</c>, or loopback for a target on plain HTTP.</summary>
    public string? IdentityProviderOrigin { get; init; }

    /// <summary>Why TLS certificates of the target are not checked; <c>null</c>: they are.</summary>
    public string? TlsWaiver { get; init; }

    /// <summary>Name → steps; a journey that is just a URL is one <see cref="Open"/>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Step>> Journeys { get; init; }

    /// <summary>How to read who is signed in.</summary>
    public required SessionReading Session { get; init; }

    /// <summary>The people of the target that the suite may use, by role: <c>attacker</c>, <c>victim</c>, ….</summary>
    public IReadOnlyDictionary<string, TargetPerson> People { get; init; } = new Dictionary<string, TargetPerson>();

    /// <summary>The NameID format the service provider wants; <c>null</c>: what its request asks for, else unspecified.</summary>
    public string? NameIdFormat { get; init; }

    /// <summary><c>NameID</c>, or the attribute whose value identifies the account.</summary>
    public string Account { get; init; } = "NameID";

    /// <summary>The attribute that carries the role; <c>null</c> when roles do not come from the identity provider.</summary>
    public string? RoleAttribute { get; init; }

    /// <summary>Attributes without which nobody is signed in.</summary>
    public IReadOnlyList<string> RequiredAttributes { get; init; } = [];

    /// <summary>Whether the file says which attributes are required, if only that none is. Where it does not, an SP may well refuse who brings none.</summary>
    public bool TellsRequiredAttributes { get; init; }

    /// <summary>Where it takes its users from by SCIM; <c>null</c>: nowhere.</summary>
    public ScimSettings? Scim { get; init; }

    /// <summary>Whether people sign in there by SAML; a file that only describes a SCIM endpoint has nobody to sign in.</summary>
    public bool HasSignOn { get; init; } = true;

    /// <summary>What the vendor says the product does; what is absent is discovered.</summary>
    public Claims Claims { get; init; } = new();

    /// <summary>Hosts beside the target's own that its pages may load from.</summary>
    public IReadOnlyList<string> ThirdPartyHosts { get; init; } = [];

    /// <summary>Whether several workers may use one running instance.</summary>
    public bool Parallel { get; init; }

    /// <summary>Whether it may be written to, locked out and restarted.</summary>
    public bool Disposable { get; init; }

    /// <summary>Address → why the verdict there is not Passed: a property of the product that was looked into.</summary>
    public IReadOnlyDictionary<string, string> Explained { get; init; } = new Dictionary<string, string>();

    /// <summary>A word of the articles → the word this product's pages use for it.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The provisioning client that it brings, or is; <c>null</c>: none.</summary>
    public ScimClientPlace? Client { get; init; }

    /// <summary>The integrations the product claims.</summary>
    public IReadOnlyList<string> Integrations { get; init; } = [];
}
