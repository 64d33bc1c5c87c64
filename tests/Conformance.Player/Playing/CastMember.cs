using Conformance.Fakes.IdentityProvider;

namespace Conformance.Player.Playing;

/// <summary>A person in a role of a scenario: how the identity provider knows them and how the service provider's session shows them.</summary>
public sealed record CastMember
{
    /// <summary>The role: <c>attacker</c>, <c>victim</c>, <c>person</c>, ….</summary>
    public required string Role { get; init; }

    /// <summary>The person in the identity provider's directory.</summary>
    public required IdpPerson AtIdp { get; init; }

    /// <summary>What the session shows as the user when this person is signed in.</summary>
    public required string User { get; init; }

    /// <summary>The NameID's value.</summary>
    public required string NameId { get; init; }

    /// <summary>Values for <c>${role.…}</c>.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Attributes the identity provider sends about them, name → values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
