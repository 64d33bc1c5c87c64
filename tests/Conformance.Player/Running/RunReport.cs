using Conformance.Fakes.Network;
using Conformance.Player.Preflights;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>All that came of a run.</summary>
public sealed record RunReport
{
    /// <summary>The target's name.</summary>
    public required string Target { get; init; }

    /// <summary>The target file.</summary>
    public required string TargetFile { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>From the beginning to the first verdict; <c>null</c> when there was none.</summary>
    public TimeSpan? FirstVerdictAfter { get; init; }

    /// <summary>What was found out before the scenarios.</summary>
    public required PreflightReport Preflight { get; init; }

    /// <summary>A result for every case, in the order of their addresses.</summary>
    public required IReadOnlyList<CaseResult> Results { get; init; }

    /// <summary>Address → the folder of its evidence.</summary>
    public required IReadOnlyDictionary<string, string> Evidence { get; init; }

    /// <summary>Why a bench gave up before the end: the one cause of many inconclusive results; <c>null</c> when none did.</summary>
    public string? RootCause { get; init; }

    /// <summary>How often the target was restarted because nobody could sign in there any more.</summary>
    public int Restarts { get; init; }

    /// <summary>When nobody could sign in any more, and what was found out about it: a sentence each, without a full stop.</summary>
    public IReadOnlyList<string> Outages { get; init; } = [];

    /// <summary>Hosts that pages asked for and the bench does not have.</summary>
    public IReadOnlyList<BlockedConnection> Blocked { get; init; } = [];

    /// <summary>How often a control was played.</summary>
    public int ControlsPlayed { get; init; }

    /// <summary>Whether anybody was signed in as expected at all.</summary>
    public bool HadPositiveLogin { get; init; }

    /// <summary>How many cases were played in the browser and over HTTP.</summary>
    public (int Browser, int Http) Played { get; init; }

    /// <summary>Name and version of the browser; <c>null</c> when none was started.</summary>
    public string? Browser { get; init; }

    /// <summary>Why the whole target was skipped (a program is missing on this machine); <c>null</c> when it was not.</summary>
    public string? Unavailable { get; init; }

    /// <summary>How TLS of the target was waived, if it was.</summary>
    public string? TlsWaiver { get; init; }
}
