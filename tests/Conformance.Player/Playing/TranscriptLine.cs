using Conformance.Scenarios.Model;

namespace Conformance.Player.Playing;

/// <summary>One thing that was done.</summary>
/// <param name="At">When.</param>
/// <param name="Location">The line of the scenario.</param>
/// <param name="Text">What, in words.</param>
public sealed record TranscriptLine(DateTimeOffset At, Location Location, string Text);
