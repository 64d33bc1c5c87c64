namespace Conformance.Fakes.IdentityProvider;

/// <summary>What a directory knows about a person.</summary>
public enum UserField
{
    /// <summary>The e-mail address.</summary>
    Email,

    /// <summary>The name to sign in with; at Entra ID the user principal name.</summary>
    UserName,

    /// <summary>The first name.</summary>
    GivenName,

    /// <summary>The last name.</summary>
    FamilyName,

    /// <summary>The whole name.</summary>
    DisplayName,

    /// <summary>The directory's own identifier.</summary>
    ObjectId,

    /// <summary>The groups that the person is a direct member of.</summary>
    Groups,
}
