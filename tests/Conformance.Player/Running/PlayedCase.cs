using Conformance.Player.Judging;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>A case with its result, and what the result hangs on.</summary>
/// <param name="Case">The case.</param>
/// <param name="Result">Its result when it was played.</param>
/// <param name="Control">The control beside it.</param>
/// <param name="IsDoubtful">Whether the result is a miss that a service provider shows too which no longer answers the suite at all.</param>
internal sealed record PlayedCase(ScenarioCase Case, CaseResult Result, ControlOutcome Control, bool IsDoubtful);
