namespace Conformance.Scenarios.Steps;

/// <summary><c>advance: 10m</c> — the clock of the suite and of the embedded service provider moves on.</summary>
/// <param name="By">How far: a number with <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</param>
public sealed record Advance(TimeSpan By) : Step;
