namespace Conformance.Fakes.IdentityProvider;

/// <summary>What stands in the metadata that an identity provider exports.</summary>
public sealed record ExportSettings
{
    /// <summary>Whether the HTTP-Redirect endpoint is there only for applications that declare it.</summary>
    public bool RedirectEndpointWhenDeclared { get; init; }

    /// <summary>Whether the HTTP-POST endpoint is there.</summary>
    public bool PostEndpoint { get; init; } = true;

    /// <summary>Whether there is a SingleLogoutService, by redirect at the SSO address.</summary>
    public bool LogoutEndpoint { get; init; }

    /// <summary>Whether WS-Federation roles stand before the SAML one.</summary>
    public bool ExtraRoleDescriptor { get; init; }

    /// <summary>Whether keys are published without saying what they are for, which means: for everything (saml-metadata 2.4.1.1).</summary>
    public bool KeyUseUnsaid { get; init; }

    /// <summary>The names of keys that are published without saying what they are for.</summary>
    public IReadOnlyList<string> KeysWithoutUse { get; init; } = [];

    /// <summary>WantAuthnRequestsSigned; null leaves it out.</summary>
    public bool? WantAuthnRequestsSigned { get; init; } = false;
}
