using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.ReferenceSp;

/// <summary>What one reference service provider starts with.</summary>
public sealed record ReferenceServiceProviderOptions
{
    /// <summary>The companies; more can be added while it runs.</summary>
    public IReadOnlyList<CompanyConfiguration> Companies { get; init; } = [];

    /// <summary>Names from <see cref="ReferenceSp.Flaws.All"/>; empty: sound.</summary>
    public IReadOnlySet<string> Flaws { get; init; } = new HashSet<string>();

    /// <summary>The only source of time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What it does when a flaw makes it end; null: it closes every connection, without an answer.</summary>
    public Action? Die { get; init; }

    /// <summary>The TLS certificate of a host; null: plain http only.</summary>
    public Func<string, X509Certificate2>? CertificateFor { get; init; }

    /// <summary>Fetches metadata that is to be refreshed; null: it never is.</summary>
    public Func<string, CancellationToken, Task<string>>? Fetch { get; init; }

    /// <summary>How far the identity provider's clock may be off.</summary>
    public TimeSpan Skew { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The people who already have an account.</summary>
    public IReadOnlyList<ReferencePerson> People { get; init; } = [];

    /// <summary>The key that AuthnRequests are signed with; null: one made when first needed.</summary>
    public X509Certificate2? RequestSigningCertificate { get; init; }

    /// <summary>What the service provider itself asks others with; null: it asks nobody.</summary>
    public HttpMessageInvoker? Http { get; init; }

    /// <summary>The plain http port; 0: any free one.</summary>
    public int HttpPort { get; init; }

    /// <summary>Where plain http listens; what is asked for has to be 127.0.0.1 all the same, as it is when a container's port is published there.</summary>
    public IPAddress HttpAddress { get; init; } = IPAddress.Loopback;
}
