using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>stays-away: URL</c> — the browser was never sent to that address or below it.</summary>
/// <param name="Address">The address.</param>
public sealed record StaysAway(Text Address) : Step;
