namespace Conformance.Scenarios.Verdicts;

/// <summary>What the known failures change.</summary>
/// <param name="Results">The results, those excused marked.</param>
/// <param name="Findings">Entries that have expired or whose cases pass, a sentence each; every one fails the run.</param>
public sealed record KnownFailuresOutcome(IReadOnlyList<CaseResult> Results, IReadOnlyList<string> Findings);
