using System.Security.Cryptography.X509Certificates;

namespace Conformance.Player.Benches;

/// <summary>What the embedded service provider is started with.</summary>
public sealed record EmbeddedStart
{
    /// <summary>The companies that have set up single sign-on there.</summary>
    public required IReadOnlyList<EmbeddedCompany> Companies { get; init; }

    /// <summary>The flaws it is given.</summary>
    public IReadOnlyList<string> Flaws { get; init; } = [];

    /// <summary>The clock it goes by.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>What it reaches the other hosts of the bench with.</summary>
    public HttpMessageInvoker? Http { get; init; }

    /// <summary>The TLS certificate for a host name.</summary>
    public required Func<string, X509Certificate2> CertificateFor { get; init; }

    /// <summary>Fetches an address as a program at the service provider would, for metadata that is refreshed.</summary>
    public Func<string, CancellationToken, Task<string>>? Fetch { get; init; }
}
