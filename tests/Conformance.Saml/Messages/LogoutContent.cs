namespace Conformance.Saml.Messages;

/// <summary>What an honest identity provider says about the end of a session, SAML core 3.7. A status makes it a LogoutResponse.</summary>
public sealed record LogoutContent
{
    /// <summary>The message's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>When it is made.</summary>
    public required DateTimeOffset IssueInstant { get; init; }

    /// <summary>The identity provider's entity ID.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Destination { get; init; }

    /// <summary>Whose session ends; <c>null</c> in a LogoutResponse.</summary>
    public NameId? NameId { get; init; }

    /// <summary>Which sessions end; empty: all of that person.</summary>
    public IReadOnlyList<string> SessionIndexes { get; init; } = [];

    /// <summary>Until when the request holds; <c>null</c> is not written.</summary>
    public DateTimeOffset? NotOnOrAfter { get; init; }

    /// <summary>The request that is answered; <c>null</c> in a LogoutRequest.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>The StatusCode of a LogoutResponse; <c>null</c>: it is a LogoutRequest.</summary>
    public string? StatusCode { get; init; }

    /// <summary>The name of the form or query field.</summary>
    public string ParameterName => StatusCode is null ? "SAMLRequest" : "SAMLResponse";
}
