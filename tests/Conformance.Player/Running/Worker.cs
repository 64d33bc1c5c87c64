using Conformance.Player.Benches;
using Conformance.Player.Evidence;
using Conformance.Player.Judging;
using Conformance.Player.Playing;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>Plays cases on one bench, one after another, and keeps the controls beside them.</summary>
internal sealed class Worker : IInquestGround
{
    private readonly RunRequest _request;
    private readonly Bench _bench;
    private readonly ScenarioPlayer _player;
    private readonly ControlLedger _ledger;
    private readonly PlayedCases _results;
    private readonly TargetRestarts _restarts;
    private readonly Inquest _inquest;
    private PlayResult? _last;

    public Worker(RunRequest request, Bench bench, Action<string> say)
    {
        _request = request;
        _bench = bench;
        _player = new ScenarioPlayer(bench);
        _ledger = new ControlLedger(_player, request.Bench.Clock, async () => await bench.Target.LastWordsAsync() is not null);
        _results = new PlayedCases(_ledger);
        _restarts = new TargetRestarts(bench, request.MostRestarts);
        _inquest = new Inquest(this, _ledger, _restarts, say);
    }

    public int ControlsPlayed => _ledger.Played;

    public string? RootCause => _ledger.RootCause;

    /// <summary>How often the target was restarted because nobody could sign in any more.</summary>
    public int Restarts => _restarts.Count;

    /// <summary>When nobody could sign in any more, and what was found out about it.</summary>
    public IReadOnlyList<string> Outages => _inquest.Outages;

    public bool HadPositiveLogin { get; private set; }

    /// <summary>Results that were told as none to fail of, and that what was played later took back.</summary>
    public IReadOnlyList<CaseResult> TakenBack => _results.TakenBack;

    /// <summary>A result that says nothing but what was to be played.</summary>
    public static CaseResult Blank(ScenarioCase scenarioCase, Verdict verdict, string againWith) => new()
    {
        Address = scenarioCase.Address,
        Name = scenarioCase.Scenario.Name,
        Level = scenarioCase.Scenario.Level,
        Verdict = verdict,
        Requirement = scenarioCase.Scenario.Requirement,
        Spec = scenarioCase.Scenario.Spec,
        Location = scenarioCase.Scenario.Location,
        AgainWith = againWith,
    };

    /// <summary>Plays one case and judges it.</summary>
    public async Task<CaseResult> PlayAsync(ScenarioCase scenarioCase, CancellationToken cancellationToken)
    {
        if (_inquest.WhyNoMoreOf(scenarioCase.Scenario) is { } enough)
        {
            Keep(scenarioCase, Blank(scenarioCase, Verdict.Inconclusive) with { Reason = enough }, ControlOutcome.NotNeeded);
            return _results.Tell(scenarioCase);
        }

        // Each round but the last restarts the target, which is done a bounded number of times.
        while (true)
        {
            var wasPlayed = await TryPlayAsync(scenarioCase, cancellationToken);
            if (_ledger.TakeLost() is { } lost)
            {
                await _inquest.HoldAsync(lost, wasPlayed ? scenarioCase : null, cancellationToken);
            }

            if (wasPlayed)
            {
                return _results.Tell(scenarioCase);
            }
        }
    }

    /// <summary>Plays the closing controls and gives the results that stand.</summary>
    public async Task<IReadOnlyList<CaseResult>> EndAsync(CancellationToken cancellationToken)
    {
        await CloseAsync(cancellationToken);
        for (var before = int.MaxValue; _ledger.RootCause is null && _results.Overturned is { Count: > 0 } again && again.Count < before; before = again.Count)
        {
            // Lock-outs that are over: what was refused meanwhile is played again, for as long as that makes less of it.
            foreach (var entry in again)
            {
                // One that was lost meanwhile may have had it played again already.
                if (_results.Remove(entry))
                {
                    await PlayAsync(entry.Case, cancellationToken);
                }
            }

            await CloseAsync(cancellationToken);
        }

        return _results.Standing;
    }

    async Task<Replay> IInquestGround.ReplayAsync(ScenarioCase scenarioCase, CancellationToken cancellationToken)
    {
        var former = _results.Find(scenarioCase);
        if (!await TryPlayAsync(scenarioCase, cancellationToken))
        {
            return default(Replay) with { Control = string.Empty };
        }

        var again = _results.Find(scenarioCase)!;
        if (former is not null)
        {
            // What needed no control to be believed is believed still.
            _results.Remove(_results.IsOverturned(former) ? former : again);
        }

        return new Replay(true, again.Control.Key, _last is { } play && play.Case.Address == scenarioCase.Address && IsSilent(play));
    }

    async Task IInquestGround.NameAsync(ScenarioCase scenarioCase, Outage outage, CancellationToken cancellationToken)
    {
        if (_results.Find(scenarioCase) is not { } played)
        {
            return;
        }

        var judgement = Judge.Of(outage, scenarioCase.Scenario, _request.Strict);
        var evidence = played.Result.Evidence;
        if (_last is { } play && play.Case.Address == scenarioCase.Address)
        {
            evidence = await EvidenceWriter.WriteAsync(Path.Combine(_request.EvidenceDirectory, scenarioCase.Address), play, judgement, _bench.Settings.Target, cancellationToken);
        }

        _results.Replace(played, played with { IsDoubtful = false, Result = OutageResult.Of(played, judgement) with { Evidence = evidence } });
    }

    async Task<bool> IInquestGround.SignsInAnotherAsync(bool browser, CancellationToken cancellationToken)
    {
        const string another = "victim";
        var login = BaselineLogin.Signed("accepted", subject: another);
        var stage = _bench.StageFor(login.Scenario);
        return stage.Cast.ContainsKey(another)
            && await _player.PlayControlAsync(login, stage, browser, untampered: false, cancellationToken) is { SuiteError: null, NotApplicable: null, Findings.Count: 0 };
    }

    Task<string?> IInquestGround.LastWordsAsync() => _bench.Target.LastWordsAsync();

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        await _ledger.EndAsync(cancellationToken);
        while (_ledger.TakeLost() is { } lost)
        {
            await _inquest.HoldAsync(lost, doubted: null, cancellationToken);
            if (_ledger.RootCause is null)
            {
                await _ledger.EndAsync(cancellationToken);
            }
        }
    }

    // False: a control was lost before it, and it was not played.
    private async Task<bool> TryPlayAsync(ScenarioCase scenarioCase, CancellationToken cancellationToken)
    {
        if ((CaseNeeds.LoadReason(scenarioCase, _request) ?? CaseNeeds.SkipReason(scenarioCase, _bench)) is { } reason)
        {
            return Keep(scenarioCase, Blank(scenarioCase, Verdict.Skipped) with { Reason = reason }, ControlOutcome.NotNeeded);
        }

        if (CaseNeeds.IsOfClient(scenarioCase.Scenario) && await _bench.ClientControl.TroubleAsync(cancellationToken) is { } trouble)
        {
            return Keep(scenarioCase, Blank(scenarioCase, Verdict.Inconclusive) with { Reason = $"not played: {trouble}" }, ControlOutcome.NotNeeded);
        }

        var stage = _bench.StageFor(scenarioCase.Scenario);
        var browser = _request.Driver == DriverChoice.Browser || (_request.Driver == DriverChoice.Auto && CaseNeeds.GoesToBrowser(scenarioCase, _bench.Settings.Target));
        ControlOutcome control;
        try
        {
            control = await BeforeAsync();
        }
        catch (Exception exception) when (exception is PlayException or UnboundVariableException)
        {
            return Keep(scenarioCase, Blank(scenarioCase, Verdict.Error) with { Reason = exception.Message }, ControlOutcome.NotNeeded);
        }

        if (_ledger.Lost is not null)
        {
            return false;
        }

        if (_ledger.RootCause is { } cause)
        {
            return Keep(scenarioCase, Blank(scenarioCase, Verdict.Inconclusive) with { Reason = $"not played: {cause}" }, control);
        }

        var directory = Path.Combine(_request.EvidenceDirectory, scenarioCase.Address);
        var trace = browser && _request.Traces ? Path.Combine(directory, "trace.zip") : null;
        var result = await PlayOnceAsync();
        if (IsDoubtful(result, control))
        {
            await _ledger.AgainAsync(control.Key, cancellationToken);
            if (_ledger is { RootCause: null, Lost: null } && _ledger.IsOverturned(control.Key, control.Period))
            {
                // The trouble is over: what it got into the way of is played again, beside a control that holds.
                control = await BeforeAsync();
                result = await PlayOnceAsync();
            }
        }

        _last = result;
        _ledger.Seen(scenarioCase, Bench.StageName(scenarioCase.Scenario), browser, result);
        var judgement = Judge.Of(result, control, _request.Strict);
        HadPositiveLogin |= result.Transcript.Sessions.Any(session => session.IsSignedIn) || control.State == ControlState.Good && control.Key.Length > 0;
        string? evidence = null;
        if (judgement.Verdict is not (Verdict.Passed or Verdict.Skipped) || judgement.Property is not null)
        {
            evidence = await EvidenceWriter.WriteAsync(directory, result, judgement, _bench.Settings.Target, cancellationToken);
        }

        return Keep(
            scenarioCase,
            Blank(scenarioCase, judgement.Verdict) with
            {
                Driver = result.Driver,
                Expected = [judgement.Expected],
                Actual = judgement.Actual,
                Control = control.Key.Length == 0 ? null : control.Sentence,
                Duration = result.Took,
                Evidence = evidence,
                Location = judgement.Location,
                Property = judgement.Property,
                IsUnanswered = judgement.Verdict == Verdict.Warning && result.Findings is [{ Kind: FindingKind.Unanswered }, ..],
                Reason = judgement.Verdict is Verdict.Inconclusive or Verdict.Error or Verdict.Skipped ? judgement.Actual : null,
            },
            control,
            IsDoubtful(result, control));

        Task<ControlOutcome> BeforeAsync() => _ledger.BeforeAsync(
            Baseline.Of(scenarioCase, stage.Scope, _request.Library.Find),
            Bench.StageName(scenarioCase.Scenario),
            () => _bench.StageFor(scenarioCase.Scenario),
            browser,
            cancellationToken);

        Task<PlayResult> PlayOnceAsync()
        {
            _ledger.Suspect(scenarioCase);
            return _player.PlayAsync(scenarioCase, _bench.StageFor(scenarioCase.Scenario), browser, asControl: false, trace, cancellationToken);
        }
    }

    // Whatever is no gain may have come about because the service provider no longer answers, or no longer answers us.
    private static bool IsDoubtful(PlayResult result, ControlOutcome control) =>
        control is { State: ControlState.Good, Key.Length: > 0 } && result is { SuiteError: null, NotApplicable: null }
        && (result.Findings.Any(finding => finding.Kind is FindingKind.Miss or FindingKind.NotShown or FindingKind.Unanswered) || result.WasSlowedDown);

    // An answer that was cut off or refused came soon; this one did not come at all.
    private bool IsSilent(PlayResult play) =>
        play.Transcript.Answers.Any(answer => answer.Delivery is { Status: 0 } delivery && delivery.Took >= 0.9 * _request.Bench.Limits.Timeout);

    private bool Keep(ScenarioCase scenarioCase, CaseResult result, ControlOutcome control, bool isDoubtful = false)
    {
        _results.Add(new PlayedCase(scenarioCase, result, control, isDoubtful));
        return true;
    }

    private CaseResult Blank(ScenarioCase scenarioCase, Verdict verdict) => Blank(scenarioCase, verdict, _request.AgainWith);
}
