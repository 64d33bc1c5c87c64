namespace Conformance.Fakes.IdentityProvider;

/// <summary>Which requests an identity provider takes.</summary>
public sealed record RequestSettings
{
    /// <summary>Whether identifier, version, formats, authentication context and unsupported properties are checked as Entra ID does.</summary>
    public bool Strict { get; init; }

    /// <summary>Requests older than this are refused; null: the IssueInstant is not looked at.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Whether an SPNameQualifier is answered with an error Response; else it is echoed.</summary>
    public bool RefuseSPNameQualifier { get; init; }

    /// <summary>Whether a request that names a Subject is refused.</summary>
    public bool RefuseSubject { get; init; }

    /// <summary>Whether the SSO address without a message starts an unsolicited login; else it is an error.</summary>
    public bool EmptyStartsUnsolicited { get; init; }
}
