using Conformance.Player.Judging;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>A case with its result, and what the result hangs on.</summary>
/// <param name="Case">The case.</param>
/// <param name="Result">Its result when it was played.</param>
/// <param name="Control">The control beside it.</param>
/// <param name="IsDoubtful">Whether the result is a miss that a service provider shows too which no longer answers the suite at all.</param>
internal sealed record PlayedCase(ScenarioCase Case, CaseResult Result, ControlOutcome Control, bool IsDoubtful)
{
    /// <summary>Whether nothing of the result stands once the control is seen to fail. Who was signed in as expected needs no control to be believed.</summary>
    public bool HangsOnControl => Control.Key.Length > 0 && (IsDoubtful || (Result.Verdict == Verdict.Skipped && Control.State == ControlState.NeverAccepted) || (Result.Verdict == Verdict.Passed && !SignsIn));

    private bool SignsIn => Case.Scenario.AllSteps.OfType<Session>().ToList() is { Count: > 0 } sessions
        && sessions.TrueForAll(session => session is { ExpectsNobody: false, ExpectsNoGain: false, ExpectsOneSession: false });
}
