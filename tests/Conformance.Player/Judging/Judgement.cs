using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Judging;

/// <summary>The verdict on one playing of one case, with what a reader needs to believe it.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Expected">What would have met the requirement.</param>
/// <param name="Actual">What happened.</param>
/// <param name="Location">The line that decided.</param>
/// <param name="Property">What the service provider does, where that is no failure but worth knowing; <c>null</c> otherwise.</param>
internal sealed record Judgement(Verdict Verdict, string Expected, string Actual, Location Location, string? Property = null);
