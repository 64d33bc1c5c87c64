using Conformance.Player.Benches;
using Conformance.Player.Judging;
using Conformance.Player.Preflights;
using Conformance.Player.Targets;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>A whole run: preflight, then every case on as many benches as there are workers, then the closing controls.</summary>
public static class ConformanceRun
{
    /// <summary>Plays everything that is asked for.</summary>
    /// <param name="request">What, on what, and how.</param>
    /// <param name="observer">Hears of it meanwhile.</param>
    /// <param name="cancellationToken">Ends the run; targets are stopped all the same.</param>
    /// <exception cref="TargetFailedException">The target did not start.</exception>
    public static async Task<RunReport> RunAsync(RunRequest request, IRunObserver observer, CancellationToken cancellationToken)
    {
        request = request with
        {
            Bench = request.Bench with
            {
                Integrations = request.Cases.Select(scenarioCase => CaseNeeds.IntegrationOf(scenarioCase.Scenario)).OfType<string>().ToHashSet(StringComparer.Ordinal),
                Needs = CaseNeeds.Of(request.Cases),
            },
        };
        var clock = request.Bench.Clock;
        var began = clock.GetUtcNow();
        var stamp = clock.GetTimestamp();
        var heard = new SerialObserver(observer);
        Bench first;
        try
        {
            first = await Bench.StartAsync(request.Bench, 0, cancellationToken);
        }
        catch (TargetUnavailableException exception)
        {
            return Unavailable(request, exception.Message, began);
        }

        await using var bench = first;
        (var preflight, request) = await PreflightAsync(first, request, heard.Say, cancellationToken);
        heard.Checked(preflight);
        if (!preflight.IsReady)
        {
            return NotReady(request, preflight, began, clock.GetElapsedTime(stamp));
        }

        var queue = new CaseQueue(request.Cases);
        var workers = Math.Clamp(Math.Min(request.Workers, queue.Count), 1, AllowedWorkers(request.Bench.Target));
        var done = 0;
        TimeSpan? firstVerdict = null;
        var finished = await Task.WhenAll(Enumerable.Range(0, workers).Select(number => Task.Run(
            async () =>
            {
                await using var own = number == 0 ? null : await AlikeAsync(request.Bench, number, first, cancellationToken);
                var worker = new Worker(request, own ?? first, heard.Say);
                string? stage = null;
                while (queue.Next(stage) is { } scenarioCase)
                {
                    stage = Bench.StageName(scenarioCase.Scenario);
                    var result = await worker.PlayAsync(scenarioCase, cancellationToken);
                    firstVerdict ??= clock.GetElapsedTime(stamp);
                    heard.Judged(result, Interlocked.Increment(ref done), request.Cases.Count);
                }

                return (Results: await worker.EndAsync(cancellationToken), Worker: worker, Blocked: (own ?? first).Blocked);
            },
            cancellationToken)));

        var results = UnansweredRefusals.Gather([.. finished.SelectMany(worker => worker.Results).OrderBy(result => result.Address, StringComparer.Ordinal)]);
        return new RunReport
        {
            Target = request.Bench.Target.Name,
            TargetFile = request.Bench.Target.Path,
            TlsWaiver = request.Bench.Target.TlsWaiver,
            Began = began,
            Took = clock.GetElapsedTime(stamp),
            FirstVerdictAfter = firstVerdict,
            Preflight = preflight,
            Results = results,
            Evidence = results.Where(result => result.Evidence is not null).ToDictionary(result => result.Address, result => result.Evidence!, StringComparer.Ordinal),
            RootCause = finished.Select(worker => worker.Worker.RootCause).FirstOrDefault(cause => cause is not null),
            Blocked = [.. finished.SelectMany(worker => worker.Blocked)],
            Restarts = finished.Sum(worker => worker.Worker.Restarts),
            Outages = [.. finished.SelectMany(worker => worker.Worker.Outages)],
            ControlsPlayed = finished.Sum(worker => worker.Worker.ControlsPlayed),
            HadPositiveLogin = preflight.IsReady || finished.Any(worker => worker.Worker.HadPositiveLogin),
            Played = (results.Count(result => result.Driver == "browser"), results.Count(result => result.Driver == "http")),
            Browser = request.Bench.Browsers?.Name,
        };
    }

    /// <summary>Makes the checks that say whether a target can be tested, and nothing else.</summary>
    /// <exception cref="TargetFailedException">The target did not start.</exception>
    /// <exception cref="TargetUnavailableException">The target cannot run on this machine.</exception>
    public static async Task<PreflightReport> CheckAsync(BenchSettings settings, bool browser, CancellationToken cancellationToken)
    {
        await using var bench = await Bench.StartAsync(settings, 0, cancellationToken);
        return await new Preflight(bench, browser, PreflightParts.Of(settings.Target)).RunAsync(cancellationToken);
    }

    /// <summary>Makes the preflight, and says how the cases are to be played after what it found.</summary>
    internal static async Task<(PreflightReport Report, RunRequest Request)> PreflightAsync(
        Bench bench, RunRequest request, Action<string> say, CancellationToken cancellationToken)
    {
        var parts = PreflightParts.Of(bench.Settings.Target, request.Cases);
        var report = await new Preflight(bench, request.Driver == DriverChoice.Browser, parts, request.Discovers).RunAsync(cancellationToken);
        if (report.IsReady || !parts.SignOn || request is not { Driver: DriverChoice.Auto, Bench.Browsers: not null })
        {
            return (report, request);
        }

        // A login page that is made by script is nothing for the HTTP driver; then a real browser goes everywhere.
        say("The login does not work over HTTP; it is tried in a browser.");
        var inBrowser = await new Preflight(bench, browser: true, parts, request.Discovers).RunAsync(cancellationToken);
        return inBrowser.IsReady ? (inBrowser, request with { Driver = DriverChoice.Browser }) : (report, request);
    }

    // What the preflight found out about the target holds for every bench of the run.
    internal static async Task<Bench> AlikeAsync(BenchSettings settings, int number, Bench first, CancellationToken cancellationToken)
    {
        var bench = await Bench.StartAsync(settings, number, cancellationToken);
        bench.Generic.SigningPlaces = first.Generic.SigningPlaces;
        bench.Generic.EncryptsForSigningKey = first.Generic.EncryptsForSigningKey;
        await EncryptionKeys.ReadAsync(bench, cancellationToken);
        bench.Generic.ShownAttributes = first.Generic.ShownAttributes;
        bench.Generic.BlockEncryption = first.Generic.BlockEncryption;
        bench.Generic.InsistsOnEncryption = first.Generic.InsistsOnEncryption;
        if (bench.Generic.Scim is { } scim)
        {
            scim.Offer = first.Generic.Scim!.Offer;
        }

        foreach (var (claim, seen) in first.Generic.Discovered)
        {
            bench.Generic.Discovered[claim] = seen;
        }

        return bench;
    }

    // A person does one thing after the other, too.
    internal static int AllowedWorkers(TargetFile target) =>
        (target.Place is RunningPlace or ContainerPlace && !target.Parallel) || target.Client is { IsByHand: true } ? 1 : int.MaxValue;

    private static RunReport NotReady(RunRequest request, PreflightReport preflight, DateTimeOffset began, TimeSpan took)
    {
        var failure = preflight.Failure!;
        return Whole(request, preflight, began, Verdict.Inconclusive, $"{failure.Id}, {failure.Name}: {failure.Sentence}") with
        {
            Took = took,
            RootCause = $"{failure.Id}, {failure.Name}: {failure.Sentence} {failure.Remedy}",
        };
    }

    private static RunReport Unavailable(RunRequest request, string reason, DateTimeOffset began) =>
        Whole(request, new PreflightReport([], new Dictionary<string, string>()), began, Verdict.Skipped, reason) with { Unavailable = reason };

    private static RunReport Whole(RunRequest request, PreflightReport preflight, DateTimeOffset began, Verdict verdict, string reason) => new()
    {
        Target = request.Bench.Target.Name,
        TargetFile = request.Bench.Target.Path,
        TlsWaiver = request.Bench.Target.TlsWaiver,
        Began = began,
        Took = TimeSpan.Zero,
        Preflight = preflight,
        Evidence = new Dictionary<string, string>(),
        Results = [.. request.Cases.Select(scenarioCase => Worker.Blank(scenarioCase, verdict, request.AgainWith) with { Reason = reason })],
    };

    private sealed class SerialObserver(IRunObserver observer) : IRunObserver
    {
        private readonly Lock _lock = new();

        public void Say(string sentence)
        {
            lock (_lock)
            {
                observer.Say(sentence);
            }
        }

        public void Checked(PreflightReport report)
        {
            lock (_lock)
            {
                observer.Checked(report);
            }
        }

        public void Judged(CaseResult result, int done, int of)
        {
            lock (_lock)
            {
                observer.Judged(result, done, of);
            }
        }
    }
}
