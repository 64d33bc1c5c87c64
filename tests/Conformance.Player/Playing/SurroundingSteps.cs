using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>What happens around the people: time passes, the service provider restarts, several things happen at once.</summary>
internal static class SurroundingSteps
{
    public static async Task PlayAsync(Play play, Step step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case RestartSp:
                play.Say(step, "the service provider is restarted");
                if (!await play.Ground.RestartTargetAsync(cancellationToken))
                {
                    play.NotShown(step.Location, "the service provider is restarted", "this target cannot be restarted by the suite");
                }

                break;
            case Advance advance:
                play.Say(step, $"{advance.By} pass");
                if (!play.Ground.Advance(advance.By))
                {
                    play.NotShown(step.Location, $"{advance.By} pass", "this target goes by a clock that the suite cannot move");
                }

                break;
            default:
                throw new PlayException(step.Location, $"this version of the player cannot play the verb {step.GetType().Name}");
        }
    }
}
