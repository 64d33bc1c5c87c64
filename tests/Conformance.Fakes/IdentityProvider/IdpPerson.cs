using Conformance.Saml.Messages;

namespace Conformance.Fakes.IdentityProvider;

/// <summary>A person in the identity provider's directory.</summary>
public sealed record IdpPerson
{
    /// <summary>The name to sign in with, unlike anybody else's.</summary>
    public required string UserName { get; init; }

    /// <summary>The password.</summary>
    public required string Password { get; init; }

    /// <summary>The e-mail address, also good to sign in with; null: none.</summary>
    public string? Email { get; init; }

    /// <summary>The first name.</summary>
    public string? GivenName { get; init; }

    /// <summary>The last name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The whole name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The directory's own identifier.</summary>
    public string? ObjectId { get; init; }

    /// <summary>The groups that the person is a direct member of.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether the account is switched off.</summary>
    public bool Disabled { get; init; }

    /// <summary>The name identifier, whatever the rules say; without Format the rules still give that.</summary>
    public NameId? NameId { get; init; }

    /// <summary>Attributes sent as they are to applications without claims; null: none.</summary>
    public IReadOnlyList<SamlAttribute>? Attributes { get; init; }

    /// <summary>The values of a field; none where it is empty.</summary>
    public IReadOnlyList<string> Values(UserField field) => field switch
    {
        UserField.Email => One(Email),
        UserField.UserName => One(UserName),
        UserField.GivenName => One(GivenName),
        UserField.FamilyName => One(FamilyName),
        UserField.DisplayName => One(DisplayName),
        UserField.ObjectId => One(ObjectId),
        _ => Groups,
    };

    private static IReadOnlyList<string> One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];
}
