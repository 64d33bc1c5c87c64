namespace Conformance.Fakes.IdentityProvider;

/// <summary>What came to the identity provider.</summary>
public enum ReceivedKind
{
    /// <summary>A request to sign somebody in.</summary>
    AuthnRequest,

    /// <summary>A request to sign somebody out.</summary>
    LogoutRequest,

    /// <summary>The answer to a request to sign somebody out.</summary>
    LogoutResponse,

    /// <summary>Something else, or nothing that could be read.</summary>
    Unreadable,
}
