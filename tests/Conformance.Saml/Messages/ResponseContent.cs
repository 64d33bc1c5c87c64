using Conformance.Saml.Names;

namespace Conformance.Saml.Messages;

/// <summary>What an honest identity provider says in a Response. Null means: not written.</summary>
public sealed record ResponseContent
{
    /// <summary>ID of the Response.</summary>
    public required string ResponseId { get; init; }

    /// <summary>ID of the Assertion; null writes no assertion, as an error response does.</summary>
    public string? AssertionId { get; init; }

    /// <summary>IssueInstant of both.</summary>
    public required DateTimeOffset IssueInstant { get; init; }

    /// <summary>The IdP's entity ID.</summary>
    public required string Issuer { get; init; }

    /// <summary>The Format of both Issuers.</summary>
    public string? IssuerFormat { get; init; }

    /// <summary>Whether the Response (not only the Assertion) names its Issuer.</summary>
    public bool ResponseHasIssuer { get; init; } = true;

    /// <summary>Where the Response is sent.</summary>
    public string? Destination { get; init; }

    /// <summary>Which request is answered, in the Response and in the SubjectConfirmationData.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>Recipient of the SubjectConfirmationData.</summary>
    public string? Recipient { get; init; }

    /// <summary>Audiences of one AudienceRestriction; none writes no restriction.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Who signed in.</summary>
    public NameId? NameId { get; init; }

    /// <summary>What is said about who signed in; none writes no AttributeStatement.</summary>
    public IReadOnlyList<SamlAttribute> Attributes { get; init; } = [];

    /// <summary>Conditions/@NotBefore.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Conditions/@NotOnOrAfter.</summary>
    public DateTimeOffset? NotOnOrAfter { get; init; }

    /// <summary>SubjectConfirmationData/@NotOnOrAfter.</summary>
    public DateTimeOffset? ConfirmationNotOnOrAfter { get; init; }

    /// <summary>When the person was authenticated; null writes no AuthnStatement.</summary>
    public DateTimeOffset? AuthnInstant { get; init; }

    /// <summary>AuthnStatement/@SessionIndex.</summary>
    public string? SessionIndex { get; init; }

    /// <summary>AuthnStatement/@SessionNotOnOrAfter.</summary>
    public DateTimeOffset? SessionNotOnOrAfter { get; init; }

    /// <summary>How the person was authenticated.</summary>
    public string? AuthnContextClassRef { get; init; } = AuthnContextClasses.PasswordProtectedTransport;

    /// <summary>The top-level status code.</summary>
    public string StatusCode { get; init; } = StatusCodes.Success;

    /// <summary>The second-level status code.</summary>
    public string? SubStatusCode { get; init; }

    /// <summary>A sentence beside the status.</summary>
    public string? StatusMessage { get; init; }
}
