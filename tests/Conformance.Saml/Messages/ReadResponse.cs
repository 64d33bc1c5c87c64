namespace Conformance.Saml.Messages;

/// <summary>A Response as a person wants to see it.</summary>
public sealed record ReadResponse
{
    /// <summary>Name of the root element.</summary>
    public string Root { get; init; } = "";

    /// <summary>ID of the root.</summary>
    public string? Id { get; init; }

    /// <summary>Issuer of the root.</summary>
    public string? Issuer { get; init; }

    /// <summary>IssueInstant of the root, as written.</summary>
    public string? IssueInstant { get; init; }

    /// <summary>Where it says it was sent.</summary>
    public string? Destination { get; init; }

    /// <summary>Which request it answers.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>All status codes, the outer first.</summary>
    public IReadOnlyList<string> StatusCodes { get; init; } = [];

    /// <summary>The sentence beside the status.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>Every Assertion, wherever it stands.</summary>
    public IReadOnlyList<AssertionView> Assertions { get; init; } = [];

    /// <summary>Every Signature, wherever it stands.</summary>
    public IReadOnlyList<SignatureView> Signatures { get; init; } = [];

    /// <summary>How many EncryptedAssertions there are.</summary>
    public int EncryptedAssertions { get; init; }

    /// <summary>What kept the message from being read.</summary>
    public IReadOnlyList<MessageProblem> Problems { get; init; } = [];

    /// <summary>The message as it came.</summary>
    public string Xml { get; init; } = "";
}
