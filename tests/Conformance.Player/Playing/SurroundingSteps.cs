using Conformance.Player.Drivers;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>What happens around the people: time passes, the service provider restarts, several things happen at once.</summary>
internal static class SurroundingSteps
{
    private static async Task BranchAsync(Play play, IReadOnlyList<Step> steps, int index, CancellationToken cancellationToken)
    {
        var branch = await play.BranchAsync($"{index + 1}", cancellationToken);
        try
        {
            await ScenarioPlayer.PlayStepsAsync(branch, steps, cancellationToken);
        }
        catch (StepFailedException exception)
        {
            branch.Miss(steps[0].Location, "the step can be done", exception.Message);
        }
        finally
        {
            play.Join(branch);
        }
    }

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
            case Together together:
                play.Say(step, $"{together.Branches.Count * together.Times} people at the same time");
                var branches = together.Branches.SelectMany(steps => Enumerable.Repeat(steps, together.Times)).Select((steps, index) => (steps, index));
                await Task.WhenAll(branches.Select(branch => BranchAsync(play, branch.steps, branch.index, cancellationToken)));
                break;
            default:
                throw new PlayException(step.Location, $"this version of the player cannot play the verb {step.GetType().Name}");
        }
    }
}
