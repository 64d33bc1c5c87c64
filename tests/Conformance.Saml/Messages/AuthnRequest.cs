namespace Conformance.Saml.Messages;

/// <summary>A request to sign somebody in, SAML core 3.4.1. Null means absent in the message.</summary>
public sealed record AuthnRequest
{
    /// <summary>The request's identifier.</summary>
    public string? ID { get; init; }

    /// <summary>The SAML version.</summary>
    public string? Version { get; init; }

    /// <summary>When it was made; null also when it is no xs:dateTime.</summary>
    public DateTimeOffset? IssueInstant { get; init; }

    /// <summary>Where it says it was sent.</summary>
    public string? Destination { get; init; }

    /// <summary>The SP's entity ID.</summary>
    public string? Issuer { get; init; }

    /// <summary>The Format of the Issuer.</summary>
    public string? IssuerFormat { get; init; }

    /// <summary>Where the answer shall go, by address.</summary>
    public string? AssertionConsumerServiceUrl { get; init; }

    /// <summary>Where the answer shall go, by its index in the metadata.</summary>
    public int? AssertionConsumerServiceIndex { get; init; }

    /// <summary>By which binding the answer shall come.</summary>
    public string? ProtocolBinding { get; init; }

    /// <summary>Which set of attributes is asked for.</summary>
    public int? AttributeConsumingServiceIndex { get; init; }

    /// <summary>The SP's name for people.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Whether the person must be asked again.</summary>
    public bool? ForceAuthn { get; init; }

    /// <summary>Whether the person must not be asked at all.</summary>
    public bool? IsPassive { get; init; }

    /// <summary>Which name identifier is asked for.</summary>
    public NameIdPolicy? NameIdPolicy { get; init; }

    /// <summary>Which kind of authentication is asked for.</summary>
    public RequestedAuthnContext? RequestedAuthnContext { get; init; }

    /// <summary>Whether the request names the person.</summary>
    public bool HasSubject { get; init; }

    /// <summary>Whether the XML itself carries a signature; the redirect binding signs the query instead.</summary>
    public bool HasSignature { get; init; }

    /// <summary>The message exactly as it came.</summary>
    public string Xml { get; init; } = "";
}
