using System.Net;

namespace Conformance.ReferenceSp.Standalone;

/// <summary>What a service provider of its own is told, as the administrator of a product would.</summary>
public sealed record StandaloneOptions
{
    /// <summary>The port, inside of a container as outside: its addresses name it.</summary>
    public required int Port { get; init; }

    /// <summary>What it listens on; its addresses are at 127.0.0.1 all the same.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The metadata of the identity provider.</summary>
    public required string IdpMetadataXml { get; init; }

    /// <summary>Where that metadata is fetched anew when <c>/refresh</c> is asked for; null: nowhere.</summary>
    public Uri? IdpMetadataUrl { get; init; }

    /// <summary>The metadata of the second company's identity provider; null: there is one company.</summary>
    public string? OtherIdpMetadataXml { get; init; }

    /// <summary>The flaws that it is given; empty: it is sound.</summary>
    public IReadOnlySet<string> Flaws { get; init; } = new HashSet<string>();

    /// <summary>What it does when a flaw makes it end; null: it closes every connection, without an answer.</summary>
    public Action? Die { get; init; }

    /// <summary>The key of the first company's provisioning client; null: there is no SCIM.</summary>
    public string? ScimToken { get; init; }
}
