using System.Security.Cryptography.X509Certificates;

namespace Conformance.Cli.Inspecting;

/// <summary>What a message is held against; what is <c>null</c> is not known and not looked at.</summary>
internal sealed record Expectations
{
    /// <summary>When it is looked at.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The service provider's entity ID.</summary>
    public string? Audience { get; init; }

    /// <summary>Where the service provider takes answers.</summary>
    public string? AcsUrl { get; init; }

    /// <summary>The identity provider's certificate.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The requests that were sent; <c>null</c> when that is not known.</summary>
    public IReadOnlyList<string>? Requests { get; init; }
}
