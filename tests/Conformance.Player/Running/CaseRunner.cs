using System.Collections.Concurrent;
using Conformance.Player.Benches;
using Conformance.Player.Targets;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>
/// Plays single cases for a test runner that decides by itself what is played when. Benches are set up as they are needed, never more
/// than there are workers; the preflight comes before the first case.
/// </summary>
public sealed class CaseRunner : IAsyncDisposable
{
    private RunRequest _request;
    private readonly SemaphoreSlim _places;
    private readonly SemaphoreSlim _once = new(1, 1);
    private readonly ConcurrentBag<Worker> _idle = [];
    private readonly ConcurrentBag<Worker> _all = [];
    private readonly ConcurrentBag<Bench> _benches = [];
    private Start? _start;
    private int _count;

    /// <summary>Prepares to play; nothing is started yet.</summary>
    /// <param name="request">On what and how; its cases are all that may come.</param>
    public CaseRunner(RunRequest request)
    {
        _request = request with
        {
            Bench = request.Bench with
            {
                Integrations = request.Cases.Select(scenarioCase => CaseNeeds.IntegrationOf(scenarioCase.Scenario)).OfType<string>().ToHashSet(StringComparer.Ordinal),
                Needs = CaseNeeds.Of(request.Cases),
            },
        };
        var workers = Math.Clamp(request.Workers, 1, ConformanceRun.AllowedWorkers(request.Bench.Target));
        _places = new SemaphoreSlim(workers, workers);
    }

    /// <summary>Plays a case and judges it.</summary>
    public async Task<CaseResult> PlayAsync(ScenarioCase scenarioCase, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var start = await StartAsync(cancellationToken);
            if (start.Verdict is { } verdict)
            {
                return Worker.Blank(scenarioCase, verdict, _request.AgainWith) with { Reason = start.Reason };
            }

            if (!_idle.TryTake(out var worker))
            {
                worker = await NewWorkerAsync(start, cancellationToken);
            }

            try
            {
                return await worker.PlayAsync(scenarioCase, cancellationToken);
            }
            finally
            {
                _idle.Add(worker);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Plays the closing controls.</summary>
    /// <returns>The results that were none to fail of when they were given, and are now.</returns>
    public async Task<IReadOnlyList<CaseResult>> EndAsync(CancellationToken cancellationToken)
    {
        var overturned = new List<CaseResult>();
        foreach (var worker in _all)
        {
            await worker.EndAsync(cancellationToken);
            overturned.AddRange(worker.TakenBack);
        }

        return [.. overturned.OrderBy(result => result.Address, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var bench in _benches)
        {
            await bench.DisposeAsync();
        }

        _places.Dispose();
        _once.Dispose();
    }

    private async Task<Start> StartAsync(CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            return _start ??= await StartOnceAsync(cancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<Start> StartOnceAsync(CancellationToken cancellationToken)
    {
        Bench bench;
        try
        {
            bench = await NewBenchAsync(settings => Bench.StartAsync(settings, 0, cancellationToken));
        }
        catch (TargetUnavailableException exception)
        {
            return new Start(null, Verdict.Skipped, exception.Message);
        }
        catch (TargetFailedException exception)
        {
            return new Start(null, Verdict.Inconclusive, exception.Message);
        }

        (var report, _request) = await ConformanceRun.PreflightAsync(bench, _request, _ => { }, cancellationToken);
        if (report.Failure is { } failure)
        {
            return new Start(bench, Verdict.Inconclusive, $"not played: {failure.Id}, {failure.Name}: {failure.Sentence} {failure.Remedy}");
        }

        Add(new Worker(_request, bench, _ => { }));
        return new Start(bench, null, string.Empty);
    }

    private async Task<Worker> NewWorkerAsync(Start start, CancellationToken cancellationToken)
    {
        // The first bench, on which the preflight was played, is a place like the others.
        await _once.WaitAsync(cancellationToken);
        try
        {
            if (_idle.TryTake(out var idle))
            {
                return idle;
            }

            var worker = new Worker(_request, await NewBenchAsync(settings => ConformanceRun.AlikeAsync(settings, ++_count, start.Bench!, cancellationToken)), _ => { });
            _all.Add(worker);
            return worker;
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<Bench> NewBenchAsync(Func<BenchSettings, Task<Bench>> start)
    {
        var bench = await start(_request.Bench);
        _benches.Add(bench);
        return bench;
    }

    private void Add(Worker worker)
    {
        _all.Add(worker);
        _idle.Add(worker);
    }

    private sealed record Start(Bench? Bench, Verdict? Verdict, string Reason);
}
