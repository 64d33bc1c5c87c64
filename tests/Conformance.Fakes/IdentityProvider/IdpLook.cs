namespace Conformance.Fakes.IdentityProvider;

/// <summary>Whose pages people see.</summary>
public enum IdpLook
{
    /// <summary>Nobody's in particular.</summary>
    Plain,

    /// <summary>Laid out like JumpCloud's.</summary>
    JumpCloud,

    /// <summary>Laid out like those of Microsoft Entra ID.</summary>
    Entra,
}
