using Conformance.Player.Judging;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>The result of a case whose message put the service provider out of action.</summary>
internal static class OutageResult
{
    private const string Requirement = "The service provider MUST go on signing in the subjects of valid Responses, whatever message it was sent before.";

    // Where it is written that a valid Response signs in, and the control that shows it.
    private static readonly string[] Spec = ["saml-profiles/4.1.4.3", "check/CTL-07"];

    public static CaseResult Of(PlayedCase played, Judgement judgement)
    {
        var result = played.Result;
        var outage = result with
        {
            Verdict = judgement.Verdict,
            Control = "the untampered message signed in before it, after nothing but a restart",
            Reason = judgement.Verdict == Verdict.Inconclusive ? judgement.Actual : null,
            Property = null,
            IsUnanswered = false,
            Location = judgement.Location,
        };

        // Somebody got in, too: that stands, and this comes on top.
        return result.Verdict == Verdict.Failed && !played.IsDoubtful
            ? outage with { Verdict = Verdict.Failed, Expected = [.. result.Expected, judgement.Expected], Actual = $"{result.Actual}. Moreover, {judgement.Actual}", Reason = null, Location = result.Location }
            : outage with { Level = Level.Must, Requirement = Requirement, Spec = Spec, Expected = [judgement.Expected], Actual = judgement.Actual };
    }
}
