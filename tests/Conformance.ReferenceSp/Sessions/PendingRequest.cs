namespace Conformance.ReferenceSp.Sessions;

/// <summary>An AuthnRequest that waits for its answer, bound to the browser that holds the secret.</summary>
internal sealed record PendingRequest
{
    public required string Id { get; init; }

    /// <summary>The key of the company whose identity provider was asked.</summary>
    public required string Company { get; init; }

    public required string RelayState { get; init; }

    public required string CookieName { get; init; }

    public required string BrowserSecret { get; init; }

    /// <summary>Where the person wanted to go; always a path of this service.</summary>
    public required string ReturnTo { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>What this login asks for beyond others.</summary>
    public LoginDemand Demand { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset Asked { get; init; }

    /// <summary>Whether an administrator tests the connection, so that nobody is to be signed in by the answer.</summary>
    public bool IsTest { get; init; }

    /// <summary>Aircall: what ties the second host's session to the browser there.</summary>
    public string? HandOverState { get; init; }
}
