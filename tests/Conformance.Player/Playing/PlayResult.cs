using Conformance.Scenarios.Model;

namespace Conformance.Player.Playing;

/// <summary>What came of playing one case once.</summary>
/// <param name="Case">The case.</param>
/// <param name="Transcript">What happened.</param>
/// <param name="Findings">What was not as expected, in order; the first decides.</param>
/// <param name="Driver"><c>http</c> or <c>browser</c>.</param>
/// <param name="SuiteError">What went wrong in the suite itself; <c>null</c> when nothing did.</param>
public sealed record PlayResult(ScenarioCase Case, Transcript Transcript, IReadOnlyList<Finding> Findings, string Driver, string? SuiteError)
{
    /// <summary>Why the case makes no sense for this target and its people, as its messages turned out; <c>null</c> when it does.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Seconds that the service provider asked to wait (<c>Retry-After</c>); <c>null</c> when it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the service provider said that there were too many requests.</summary>
    public bool WasSlowedDown { get; init; }
}
