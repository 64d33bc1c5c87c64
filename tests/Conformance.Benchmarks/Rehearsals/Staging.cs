using Conformance.Player.Benches;
using Conformance.Player.Running;
using Conformance.Player.Targets;
using Conformance.Scenarios.Loading;

namespace Conformance.Benchmarks.Rehearsals;

/// <summary>What is unusual about one rehearsal; what is not set is as in an ordinary run of the reference service provider.</summary>
internal sealed record Staging
{
    public TargetFile? Target { get; init; }

    public LoadedScenarios? Library { get; init; }

    public IEmbeddedServiceProvider? Embedded { get; init; }

    public IReadOnlyList<string> Flaws { get; init; } = [];

    /// <summary>The name of a file in <c>fixtures/identity-providers</c>.</summary>
    public string Idp { get; init; } = "plain";

    public IReadOnlyList<string> IdpMistakes { get; init; } = [];

    /// <summary>Another browser than the one that all rehearsals share.</summary>
    public SharedBrowser? Browser { get; init; }

    public DriverChoice Driver { get; init; } = DriverChoice.Http;

    public int Workers { get; init; } = 1;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the run finds out what the target accepts beyond what it claims.</summary>
    public bool Discovers { get; init; } = true;

    /// <summary>What a person is told who runs a part of it by hand.</summary>
    public Action<string>? Tell { get; init; }

    public Func<CancellationToken, Task>? Entered { get; init; }

    /// <summary>How often the target is restarted when nobody can sign in any more.</summary>
    public int MostRestarts { get; init; } = 200;

    public bool Strict { get; init; }

    public int Seed { get; init; } = 1;
}
