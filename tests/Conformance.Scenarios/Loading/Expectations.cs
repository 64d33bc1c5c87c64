using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Scenarios.Loading;

/// <summary>A scenario has to be able to fail, and a refusal needs its control.</summary>
internal static class Expectations
{
    public static void Check(Scenario scenario, ICollection<ScenarioProblem> problems)
    {
        if (scenario.Steps.Count > 0 && !scenario.AllSteps.Any(IsExpectation))
        {
            problems.Report(scenario.Steps[^1].Location, "The scenario expects nothing, so it can never fail. End it with session, see or another step that looks at something.");
        }

        if (scenario.Control is null
            && !scenario.AllSteps.OfType<IdpAnswers>().Any(answer => answer.Tampers)
            && scenario.AllSteps.OfType<Session>().FirstOrDefault(session => session.ExpectsNobody || session.ExpectsNoGain) is { } refusal)
        {
            problems.Report(
                refusal.Location,
                $"The scenario expects \"{refusal.SignedIn}\" and changes no message, so nothing shows that its way works at all. Add \"control: ADDRESS\" of a scenario that differs in the fault alone and signs in.");
        }
    }

    /// <summary>Whether a scenario shows that somebody can be signed in, and so can be another's control.</summary>
    public static bool SignsIn(Scenario scenario) =>
        scenario.AllSteps.OfType<Session>().Any(session => session is { ExpectsNobody: false, ExpectsNoGain: false, ExpectsWhole: false, ExpectsOneSession: false });

    private static bool IsExpectation(Step step) => step switch
    {
        Session or See or Hops or IdpReceives or IdpShows or MetadataShows or PageShows or SessionCookie or StaysAway or ScimReceives or ScimHolds => true,
        Request request => request.Expect is not null,
        Provision provision => provision.Outcome is not null,
        Scim scim => scim.Expect is not null,
        ScimPages => true,
        _ => false,
    };
}
