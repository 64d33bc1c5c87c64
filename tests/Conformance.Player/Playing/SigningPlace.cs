using Conformance.Saml.Messages;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>
/// Where a message is signed on this stage. Most shapes are written with one signature, on the assertion; a service provider that takes
/// nothing unless both are signed has to refuse them just as well, and is asked with both signed. What a scenario says about accepting is about that very place.
/// </summary>
internal static class SigningPlace
{
    /// <summary>The place; <c>null</c>: whatever the service provider accepts.</summary>
    public static SignedParts? Of(IdpAnswers step, Scenario scenario, VariableScope scope, Stage stage) =>
        DraftWords.PlaceOf(step, scope) is { } place
            ? IsMoved(place, scenario, stage) ? SignedParts.Both : place
            : null;

    /// <summary>Whether the Response is signed too, although the scenario speaks of the assertion alone.</summary>
    public static bool IsMoved(SignedParts place, Scenario scenario, Stage stage) =>
        place == SignedParts.Assertion && stage.SigningPlaces is [SignedParts.Both]
        && scenario.AllSteps.OfType<Session>().Any(session => session.ExpectsNobody || session.ExpectsNoGain);
}
