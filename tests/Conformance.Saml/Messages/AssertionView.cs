namespace Conformance.Saml.Messages;

/// <summary>An Assertion as a person wants to see it.</summary>
public sealed record AssertionView
{
    /// <summary>Where it stands: local names from the root, separated by slashes.</summary>
    public string Path { get; init; } = "";

    /// <summary>Its ID.</summary>
    public string? Id { get; init; }

    /// <summary>Its Issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Whom it is about.</summary>
    public NameId? NameId { get; init; }

    /// <summary>Recipient of the first SubjectConfirmationData.</summary>
    public string? Recipient { get; init; }

    /// <summary>InResponseTo of the first SubjectConfirmationData.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>NotOnOrAfter of the first SubjectConfirmationData, as written.</summary>
    public string? ConfirmationNotOnOrAfter { get; init; }

    /// <summary>NotBefore of the Conditions, as written.</summary>
    public string? NotBefore { get; init; }

    /// <summary>NotOnOrAfter of the Conditions, as written.</summary>
    public string? NotOnOrAfter { get; init; }

    /// <summary>All audiences.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>AuthnInstant of the first AuthnStatement, as written.</summary>
    public string? AuthnInstant { get; init; }

    /// <summary>SessionIndex of the first AuthnStatement.</summary>
    public string? SessionIndex { get; init; }

    /// <summary>Authentication context class of the first AuthnStatement.</summary>
    public string? AuthnContextClassRef { get; init; }

    /// <summary>All attributes.</summary>
    public IReadOnlyList<SamlAttribute> Attributes { get; init; } = [];
}
