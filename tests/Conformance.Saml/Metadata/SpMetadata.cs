using System.Security.Cryptography.X509Certificates;
using Conformance.Saml.Messages;

namespace Conformance.Saml.Metadata;

/// <summary>What a service provider publishes about itself, SAML metadata 2.4.4.</summary>
public sealed record SpMetadata
{
    /// <summary>Its entity ID; null when absent.</summary>
    public string? EntityId { get; init; }

    /// <summary>Where Responses go.</summary>
    public IReadOnlyList<Endpoint> AssertionConsumerServices { get; init; } = [];

    /// <summary>Where LogoutRequests go.</summary>
    public IReadOnlyList<Endpoint> SingleLogoutServices { get; init; } = [];

    /// <summary>Its certificates.</summary>
    public IReadOnlyList<MetadataCertificate> Certificates { get; init; } = [];

    /// <summary>Whether its AuthnRequests are signed; null when not said.</summary>
    public bool? AuthnRequestsSigned { get; init; }

    /// <summary>Whether it wants Assertions signed; null when not said.</summary>
    public bool? WantAssertionsSigned { get; init; }

    /// <summary>The formats that it takes.</summary>
    public IReadOnlyList<string> NameIdFormats { get; init; } = [];

    /// <summary>Until when the document holds.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>For how long it may be kept.</summary>
    public TimeSpan? CacheDuration { get; init; }

    /// <summary>Whether the document carries a signature.</summary>
    public bool HasSignature { get; init; }

    /// <summary>The document as it came.</summary>
    public string Xml { get; init; } = "";

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<MessageProblem> Problems { get; init; } = [];

    /// <summary>The certificates that its messages may be signed with; those that cannot be read are left out.</summary>
    public IReadOnlyList<X509Certificate2> SigningCertificates() => [.. Certificates.Where(certificate => certificate.Use is "signing" or null).Select(certificate => certificate.Load()).OfType<X509Certificate2>()];

    /// <summary>Reads a document. Never throws; a DTD is refused and reported.</summary>
    public static SpMetadata Read(string xml) => SpMetadataReader.Read(xml);
}
