using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Drivers;
using Conformance.Player.Fixtures;
using Conformance.Player.Targets;

namespace Conformance.Player.Benches;

/// <summary>What every bench of a run is set up with.</summary>
public sealed record BenchSettings
{
    /// <summary>The service provider under test.</summary>
    public required TargetFile Target { get; init; }

    /// <summary>The identity provider that the <c>saml/</c> scenarios meet.</summary>
    public required IdentityProviderSettings IdentityProvider { get; init; }

    /// <summary>Who else takes part.</summary>
    public required FixtureLibrary Fixtures { get; init; }

    /// <summary>The keys of the run.</summary>
    public required RunKeys Keys { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The seed of all identifiers and markers; the same seed repeats them.</summary>
    public required int Seed { get; init; }

    /// <summary>The bounds of one journey.</summary>
    public required DriverLimits Limits { get; init; }

    /// <summary>Makes real browsers; <c>null</c> when the run needs none.</summary>
    public IBrowserSource? Browsers { get; init; }

    /// <summary>Starts the embedded service provider, for targets that are it.</summary>
    public IEmbeddedServiceProvider? Embedded { get; init; }

    /// <summary>Flaws of the embedded service provider.</summary>
    public IReadOnlyList<string> Flaws { get; init; } = [];

    /// <summary>Mistakes of the integrations' identity providers, by name.</summary>
    public IReadOnlyList<string> IdpMistakes { get; init; } = [];

    /// <summary>The integrations that the embedded service provider is set up for; <c>null</c>: all there are. Each costs a key.</summary>
    public IReadOnlySet<string>? Integrations { get; init; }

    /// <summary>What the scenarios of the run need; <c>null</c>: anything. Keys that none of them needs are not made.</summary>
    public IReadOnlySet<string>? Needs { get; init; }

    /// <summary>A directory for the targets' own files; a folder a bench is made in it.</summary>
    public required string ScratchDirectory { get; init; }

    /// <summary>Tells a person what to do who runs a part of it by hand; <c>null</c>: nobody listens.</summary>
    public Action<string>? Tell { get; init; }

    /// <summary>Waits until that person enters that it is done; <c>null</c>: nobody can.</summary>
    public Func<CancellationToken, Task>? Entered { get; init; }

    /// <summary>Waits before a browser closes in which something was not as expected, told what; <c>null</c>: nobody waits.</summary>
    public Func<string, CancellationToken, Task>? Pause { get; init; }
}
