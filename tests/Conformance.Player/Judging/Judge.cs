using Conformance.Player.Playing;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Judging;

/// <summary>From what happened to a verdict. The order of the rules is the order of this file.</summary>
internal static class Judge
{
    public static Judgement Of(PlayResult result, ControlOutcome control, bool strict)
    {
        var scenario = result.Case.Scenario;
        if (result.SuiteError is { } error)
        {
            return new Judgement(Verdict.Error, "the suite can play the scenario", error, scenario.Location);
        }

        if (result.NotApplicable is { } reason)
        {
            return new Judgement(Verdict.Skipped, Expectation(scenario), reason, scenario.Location);
        }

        var finding = result.Findings.Count > 0 ? result.Findings[0] : null;

        // A gain is a gain, whatever the control says: somebody is signed in who must not be.
        if (finding is { Kind: FindingKind.Gain })
        {
            return Missed(scenario, finding, strict);
        }

        if (control.State == ControlState.NeverAccepted)
        {
            return new Judgement(
                Verdict.Skipped, Expectation(scenario), $"this target does not accept the message without the fault either, and does not claim to: {control.Sentence}", scenario.Location);
        }

        if (control.State == ControlState.Broken)
        {
            return new Judgement(Verdict.Inconclusive, "the control signs the right person in", control.Sentence, scenario.Location);
        }

        return finding switch
        {
            null => new Judgement(Verdict.Passed, Expectation(scenario), Shown(result), scenario.Location),
            { Kind: FindingKind.Inapplicable } => new Judgement(Verdict.Skipped, finding.Expected, finding.Actual, finding.Location),
            { Kind: FindingKind.NotOffered } => new Judgement(Verdict.Skipped, finding.Expected, finding.Actual, finding.Location),

            // A crash where a refusal is due is no refusal that was shown, and no breach either while honest logins go on working.
            { Kind: FindingKind.Unanswered } => new Judgement(strict ? Verdict.Inconclusive : Verdict.Warning, finding.Expected, finding.Actual, finding.Location),
            { Kind: FindingKind.NotShown } => new Judgement(Verdict.Inconclusive, finding.Expected, finding.Actual, finding.Location),
            _ => Missed(scenario, finding, strict),
        };
    }

    /// <summary>The verdict on a message that put the service provider out of action.</summary>
    /// <remarks>
    /// Failed, whatever the level of the scenario. What is missed is not the scenario's requirement but the one that every scenario stands on, and
    /// that is a must of the service provider's own: the subject of a valid Response is signed in (the control, which held before). Whoever sends such a
    /// message decides who signs in at all. Where only the one person is concerned, it may be a policy of locking accounts: a Warning. Where the case
    /// changes more than it sends, what it changed may be why, and nothing is shown.
    /// </remarks>
    public static Judgement Of(Outage outage, Scenario scenario, bool strict)
    {
        const string expected = "the service provider refuses the message, or takes it, and goes on serving everybody";
        var verdict = outage.MayBeMeant ? Verdict.Inconclusive
            : outage.Reach != OutageReach.One || strict ? Verdict.Failed : Verdict.Warning;
        var remedy = outage.MayBeMeant ? "The scenario changes more than it sends, which may be why; play it alone and look at the service provider's log"
            : "Whoever can reach the address can do the same: play it alone, and look in the service provider's log for what the message does to it";
        return new Judgement(verdict, expected, $"{outage.Sentence}. {remedy}", scenario.Location);
    }

    private static Judgement Missed(Scenario scenario, Finding finding, bool strict) => scenario.Level switch
    {
        Level.Must => new Judgement(Verdict.Failed, finding.Expected, finding.Actual, finding.Location),
        Level.Should => new Judgement(strict ? Verdict.Failed : Verdict.Warning, finding.Expected, finding.Actual, finding.Location),
        _ => new Judgement(
            Verdict.Passed, finding.Expected, finding.Actual, finding.Location,
            Property: $"Not met, and not an obligation: {scenario.Requirement} Instead: {finding.Actual}."),
    };

    private static string Expectation(Scenario scenario)
    {
        var sessions = scenario.AllSteps.OfType<Session>().ToList();
        return sessions.Exists(session => session.ExpectsNobody) ? "nobody is signed in"
            : sessions.Exists(session => session.ExpectsNoGain) ? "nothing of the forged part is in the session"
            : sessions.Exists(session => session.ExpectsWhole) ? "the session is of one person alone"
            : sessions.Exists(session => session.ExpectsOneSession) ? "one delivery at most ends in a session"
            : sessions.Count > 0 ? $"signed in as {sessions[^1].SignedIn.Raw}"
            : "every step goes as written";
    }

    private static string Shown(PlayResult result) =>
        result.Transcript.Sessions.Count > 0 ? result.Transcript.Sessions[^1].ToString() : "every step went as written";
}
