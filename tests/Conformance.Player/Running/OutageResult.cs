using Conformance.Player.Judging;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>The result of a case whose message put the service provider out of action.</summary>
internal static class OutageResult
{
    private const string Requirement = "The service provider MUST go on signing in the subjects of valid Responses, whatever message it was sent before.";

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
            : outage with { Level = Level.Must, Requirement = Requirement, Expected = [judgement.Expected], Actual = judgement.Actual };
    }
}
