using System.Globalization;
using Conformance.Player.Drivers;
using Conformance.Saml.Tamperings;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Playing;

/// <summary>Plays a case on a stage, step by step, and writes down what happened. It judges nothing.</summary>
internal sealed class ScenarioPlayer(IPlayground ground)
{
    /// <summary>The address of a variation that only finds out what the service provider takes: refusing it is no fault, and nobody is asked to look.</summary>
    public const string ProbeAddress = "preflight/probe";

    private const int MostRepeats = 2;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);

    /// <summary>Plays a case once.</summary>
    /// <param name="scenarioCase">The case.</param>
    /// <param name="stage">What it is played on.</param>
    /// <param name="browser">Whether a real browser is used.</param>
    /// <param name="asControl">Whether nothing is tampered and the subject must be signed in.</param>
    /// <param name="tracePath">Where a trace is kept if something was not as expected; <c>null</c>: none is recorded.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public Task<PlayResult> PlayAsync(
        ScenarioCase scenarioCase, Stage stage, bool browser, bool asControl, string? tracePath, CancellationToken cancellationToken) =>
        PatientlyAsync(() => new Play(scenarioCase, stage, ground, browser, asControl), tracePath, cancellationToken);

    /// <summary>Plays a case to see whether the right person is signed in, and for nothing else.</summary>
    /// <param name="control">The case.</param>
    /// <param name="stage">What it is played on.</param>
    /// <param name="browser">Whether a real browser is used.</param>
    /// <param name="untampered">Whether its tampering is left out.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public Task<PlayResult> PlayControlAsync(ScenarioCase control, Stage stage, bool browser, bool untampered, CancellationToken cancellationToken) =>
        PatientlyAsync(() => new Play(control, stage, ground, browser, untampered) { IsControl = true }, tracePath: null, cancellationToken);

    // Who is told to come back later has been told nothing about the message: the play is gone through again, after the time that was asked for.
    private async Task<PlayResult> PatientlyAsync(Func<Play> play, string? tracePath, CancellationToken cancellationToken)
    {
        var result = await PlayAsync(play(), tracePath, cancellationToken);
        for (var times = 0; times < MostRepeats && result.RetryAfter is { } wait && !result.Findings.Any(finding => finding.Kind == FindingKind.Gain); times++)
        {
            using var timer = new PeriodicTimer(wait < LongestWait ? wait : LongestWait, ground.Clock);
            _ = await timer.WaitForNextTickAsync(cancellationToken);
            result = await PlayAsync(play(), tracePath, cancellationToken);
        }

        return result;
    }

    private async Task<PlayResult> PlayAsync(Play play, string? tracePath, CancellationToken cancellationToken)
    {
        var began = ground.Clock.GetTimestamp();
        var (scenarioCase, stage, browser) = (play.Case, play.Stage, play.Browser);
        stage.Idp.Reset();
        stage.OtherIdp?.Reset();
        // Where a scenario looks at a logout message, it says itself what is answered.
        stage.Idp.AnswersLogout = !scenarioCase.Scenario.AllSteps.Any(step =>
            step is IdpReceives { Message.Raw: "LogoutRequest" } || step is IdpAnswers { Message.Raw: "LogoutResponse" });
        var setUp = stage.Idp.Save();
        string? suiteError = null, notApplicable = null;
        try
        {
            await ground.PrepareAsync(scenarioCase.Scenario, cancellationToken);
            await play.UseBrowserAsync(string.Empty, cancellationToken);
            if (browser && tracePath is not null)
            {
                await play.Driver.StartTraceAsync(cancellationToken);
            }

            try
            {
                await PlayStepsAsync(play, scenarioCase.Scenario.Steps, cancellationToken);
            }
            catch (StepFailedException exception)
            {
                play.Miss(CurrentLocation(play), "the step can be done", exception.Message);
            }

            await play.EndAsync(play.Findings.Count > 0, cancellationToken);
            await TakeAwayAsync(play, cancellationToken);
            if (browser && tracePath is not null)
            {
                await play.StopTracesAsync(name => play.Findings.Count > 0 && name.Length == 0 ? tracePath : null, cancellationToken);
            }

            if (browser && !play.IsControl && play.Findings.Count > 0 && scenarioCase.Address != ProbeAddress)
            {
                await ground.PauseAsync($"{scenarioCase.Address}: expected {play.Findings[0].Expected}; {play.Findings[0].Actual}", cancellationToken);
            }
        }
        catch (TamperingNotPossibleException exception)
        {
            notApplicable = exception.Message;
        }
        catch (Exception exception) when (exception is PlayException or TamperingException or UnboundVariableException)
        {
            suiteError = exception.Message;
            await TakeAwayAsync(play, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever else breaks in here is the suite's own fault and must never read as a verdict about the service provider.
            suiteError = exception.ToString();
            await TakeAwayAsync(play, cancellationToken);
        }
        finally
        {
            await play.EndProvisioningAsync(CancellationToken.None);
            await play.CloseAsync();

            // What an administrator changed is changed for this scenario only.
            stage.Idp.Restore(setUp);
            await RestoreMetadataAsync(play, cancellationToken);
        }

        play.Transcript.Received = [.. stage.Idp.Received];
        return new PlayResult(scenarioCase, play.Transcript, play.Findings, browser ? "browser" : "http", suiteError)
        {
            NotApplicable = notApplicable,
            Took = ground.Clock.GetElapsedTime(began),
            RetryAfter = RetryAfterOf(play.Transcript),
            WasSlowedDown = play.Transcript.Hops.Any(browser => browser.Key != "scim" && browser.Value.Any(hop => hop.Status == 429)),
        };
    }

    internal static async Task PlayStepsAsync(Play play, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            await PlayStepAsync(play, step, cancellationToken);

            // After the first thing that was not as expected, what follows would only repeat it in other words.
            if (play.Findings.Count > 0)
            {
                return;
            }
        }
    }

    private static Task PlayStepAsync(Play play, Step step, CancellationToken cancellationToken) => step switch
    {
        Open or Click or Fill or Upload or Copy or See or Back or InTab or InBrowser or Journey or Hops or Request => PersonSteps.PlayAsync(play, step, cancellationToken),
        PageShows or SessionCookie or StaysAway or TakeCookies or Linger => ObservingSteps.PlayAsync(play, step, cancellationToken),
        MetadataShows metadata => MetadataSteps.PlayAsync(play, metadata, cancellationToken),
        IdpSends sends => LogoutSteps.SendAsync(play, sends, cancellationToken),
        IdpReceives or IdpSignIn or IdpShows or IdpAdmin => IdpSteps.PlayAsync(play, step, cancellationToken),
        IdpAnswers answers => AnswerSteps.AnswerAsync(play, answers, cancellationToken),
        IdpRepeats repeats => AnswerSteps.RepeatAsync(play, repeats, cancellationToken),
        Session session => SessionSteps.PlayAsync(play, session, cancellationToken),
        Scenarios.Steps.Scim or ScimPages => ScimSteps.PlayAsync(play, step, cancellationToken),
        RestartSp or Advance or Together => SurroundingSteps.PlayAsync(play, step, cancellationToken),
        DirectoryChange or ScimServerIs or Provision or ScimReceives or ScimHolds => Provisioning.ProvisioningSteps.PlayAsync(play, step, cancellationToken),
        _ => throw new PlayException(step.Location, $"the player does not know the verb {step.GetType().Name}"),
    };

    /// <summary>What the provisioning client has made does not outlive the scenario, however it went.</summary>
    private static async Task TakeAwayAsync(Play play, CancellationToken cancellationToken)
    {
        List<Scim.ScimClient> clients = [.. play.Scim is { } own ? [own] : Array.Empty<Scim.ScimClient>(), .. play.ScimOfBranches];
        foreach (var (index, client) in clients.Index())
        {
            foreach (var left in await client.CleanUpAsync(cancellationToken))
            {
                play.Transcript.Say(play.Case.Scenario.Location, $"could not take away what it had made: {left}", play.Ground.Clock.GetUtcNow());
            }

            play.Transcript.SetHops(index == 0 ? "scim" : string.Create(CultureInfo.InvariantCulture, $"scim-{index + 1}"), client.Hops);
        }

        play.Scim = null;
        play.ScimOfBranches.Clear();
    }

    // The service provider has to forget the keys that it was told of, or what comes next is played on another one.
    private async Task RestoreMetadataAsync(Play play, CancellationToken cancellationToken)
    {
        if (!play.ChangedMetadata)
        {
            return;
        }

        play.Stage.Idp.PublishedMetadata = null;
        if (play.Stage.Journeys.TryGetValue("refresh-metadata", out var steps))
        {
            var again = new Play(play.Case, play.Stage, ground, play.Browser, asControl: true);
            await again.UseBrowserAsync(string.Empty, cancellationToken);
            foreach (var step in steps)
            {
                await PersonSteps.PlayAsync(again, step, cancellationToken);
            }

            await again.CloseAsync();
        }
    }

    private static Location CurrentLocation(Play play) =>
        play.Transcript.Lines.Count > 0 ? play.Transcript.Lines[^1].Location : play.Case.Scenario.Location;

    // The provisioning client waits by itself.
    private static TimeSpan? RetryAfterOf(Transcript transcript) => transcript.Hops
        .Where(browser => browser.Key != "scim")
        .SelectMany(browser => browser.Value)
        .Where(hop => hop.Status is 429 or 503)
        .Select(hop => hop.ResponseHeader("Retry-After"))
        .Select(value => int.TryParse(value, out var seconds) && seconds is > 0 and <= 300 ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null)
        .FirstOrDefault(wait => wait is not null);
}
