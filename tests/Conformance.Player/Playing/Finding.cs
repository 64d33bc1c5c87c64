using Conformance.Scenarios.Model;

namespace Conformance.Player.Playing;

/// <summary>Something that was not as the scenario expects.</summary>
/// <param name="Location">The line that expects it.</param>
/// <param name="Expected">What would have met it, as a person says it.</param>
/// <param name="Actual">What happened instead.</param>
/// <param name="Kind">What follows from it.</param>
public sealed record Finding(Location Location, string Expected, string Actual, FindingKind Kind);
