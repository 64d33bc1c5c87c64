using System.Globalization;
using Conformance.Player.Drivers;
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
            case Together together:
                await TogetherAsync(play, together, cancellationToken);
                break;
            default:
                throw new PlayException(step.Location, $"this version of the player cannot play the verb {step.GetType().Name}");
        }
    }

    private static async Task TogetherAsync(Play play, Together step, CancellationToken cancellationToken)
    {
        play.Say(step, $"{step.Branches.Count * step.Times} things happen at the same time, each in a copy of the browser");
        var parts = new List<(Play Play, IReadOnlyList<Step> Steps)>();
        foreach (var (index, steps) in step.Branches.SelectMany(steps => Enumerable.Repeat(steps, step.Times)).Index())
        {
            parts.Add((await play.BranchAsync(string.Create(CultureInfo.InvariantCulture, $"together-{index + 1}"), cancellationToken), steps));
        }

        await Task.WhenAll(parts.Select(part => Task.Run(() => PlayPartAsync(part.Play, part.Steps, cancellationToken), cancellationToken)));
        foreach (var part in parts)
        {
            play.Join(part.Play);
        }
    }

    private static async Task PlayPartAsync(Play part, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        try
        {
            await ScenarioPlayer.PlayStepsAsync(part, steps, cancellationToken);
        }
        catch (StepFailedException exception)
        {
            part.Miss(steps[0].Location, "the step can be done", exception.Message);
        }
    }
}
