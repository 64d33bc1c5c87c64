using Conformance.Player.Benches;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Running;

/// <summary>What is to be played, on what, and how.</summary>
public sealed record RunRequest
{
    /// <summary>The cases, in the order of the report.</summary>
    public required IReadOnlyList<ScenarioCase> Cases { get; init; }

    /// <summary>All scenarios, among which controls are found.</summary>
    public required LoadedScenarios Library { get; init; }

    /// <summary>What the benches are set up with.</summary>
    public required BenchSettings Bench { get; init; }

    /// <summary>How many benches play at the same time.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Which driver plays.</summary>
    public DriverChoice Driver { get; init; }

    /// <summary>Whether a missed should counts as Failed.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether traces of what is not as expected are kept.</summary>
    public bool Traces { get; init; } = true;

    /// <summary>Whether what the target accepts is found out before the cases; without it, what its file claims is all that is known.</summary>
    public bool Discovers { get; init; } = true;

    /// <summary>Where evidence goes: a folder below it for each address that is not Passed.</summary>
    public required string EvidenceDirectory { get; init; }

    /// <summary>Whether the checks that put load on the target (tag <c>dos</c>) are played; they are only when somebody asks for them.</summary>
    public bool PlaysDenialOfService { get; init; }

    /// <summary>How often one bench restarts its target when nobody can sign in any more: one that breaks at everything is not played on for ever.</summary>
    public int MostRestarts { get; init; } = 200;

    /// <summary>What has to follow an address to play it again as in this run; empty when nothing has to.</summary>
    public string AgainWith { get; init; } = string.Empty;
}
