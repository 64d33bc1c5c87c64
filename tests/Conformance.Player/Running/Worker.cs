using Conformance.Player.Benches;
using Conformance.Player.Evidence;
using Conformance.Player.Judging;
using Conformance.Player.Playing;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>Plays cases on one bench, one after another, and keeps the controls beside them.</summary>
internal sealed class Worker
{
    private readonly RunRequest _request;
    private readonly Bench _bench;
    private readonly ScenarioPlayer _player;
    private readonly ControlLedger _ledger;
    private readonly List<PlayedCase> _results = [];

    public Worker(RunRequest request, Bench bench)
    {
        _request = request;
        _bench = bench;
        _player = new ScenarioPlayer(bench);
        _ledger = new ControlLedger(_player, request.Bench.Clock);
    }

    public int ControlsPlayed => _ledger.Played;

    public string? RootCause => _ledger.RootCause;

    public bool HadPositiveLogin { get; private set; }

    /// <summary>Results that were Passed when they came, and that a later control took back.</summary>
    public IReadOnlyList<CaseResult> Overturned =>
        [.. _results.Where(entry => entry.Result.Verdict == Verdict.Passed).Select(Standing).Where(result => result.Verdict != Verdict.Passed)];

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
        if ((CaseNeeds.LoadReason(scenarioCase, _request) ?? CaseNeeds.SkipReason(scenarioCase, _bench)) is { } reason)
        {
            return Keep(scenarioCase, Blank(scenarioCase, Verdict.Skipped) with { Reason = reason }, ControlOutcome.NotNeeded);
        }

        if (CaseNeeds.IsOfClient(scenarioCase.Scenario) && await _bench.ClientControl.TroubleAsync(cancellationToken) is { } trouble)
        {
            return Keep(scenarioCase, Blank(scenarioCase, Verdict.Inconclusive) with { Reason = $"not played: {trouble}" }, ControlOutcome.NotNeeded);
        }

        var stage = _bench.StageFor(scenarioCase.Scenario);
        var browser = _request.Driver == DriverChoice.Browser || (_request.Driver == DriverChoice.Auto && CaseNeeds.HasPerson(scenarioCase.Scenario));
        ControlOutcome control;
        try
        {
            control = await BeforeAsync();
        }
        catch (Exception exception) when (exception is PlayException or UnboundVariableException)
        {
            return Keep(scenarioCase, Blank(scenarioCase, Verdict.Error) with { Reason = exception.Message }, ControlOutcome.NotNeeded);
        }

        if (_ledger.RootCause is { } cause)
        {
            return Keep(scenarioCase, Blank(scenarioCase, Verdict.Inconclusive) with { Reason = $"not played: {cause}" }, control);
        }

        var directory = Path.Combine(_request.EvidenceDirectory, scenarioCase.Address);
        var trace = browser && _request.Traces ? Path.Combine(directory, "trace.zip") : null;
        var result = await _player.PlayAsync(scenarioCase, stage, browser, asControl: false, trace, cancellationToken);
        if (IsDoubtful(result, control))
        {
            await _ledger.AgainAsync(control.Key, cancellationToken);
            if (_ledger.RootCause is null && _ledger.IsOverturned(control.Key, control.Period))
            {
                // The trouble is over: what it got into the way of is played again, beside a control that holds.
                control = await BeforeAsync();
                result = await _player.PlayAsync(scenarioCase, _bench.StageFor(scenarioCase.Scenario), browser, asControl: false, trace, cancellationToken);
            }
        }

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
    }

    // Whatever is no gain may have come about because the service provider no longer answers, or no longer answers us.
    private static bool IsDoubtful(PlayResult result, ControlOutcome control) =>
        control is { State: ControlState.Good, Key.Length: > 0 } && result is { SuiteError: null, NotApplicable: null }
        && (result.Findings.Any(finding => finding.Kind is FindingKind.Miss or FindingKind.NotShown or FindingKind.Unanswered) || result.WasSlowedDown);

    /// <summary>Plays the closing controls and gives the results that stand.</summary>
    public async Task<IReadOnlyList<CaseResult>> EndAsync(CancellationToken cancellationToken)
    {
        await _ledger.EndAsync(cancellationToken);
        for (var before = int.MaxValue; _ledger.RootCause is null && _results.Where(IsOverturned).ToList() is { Count: > 0 } again && again.Count < before; before = again.Count)
        {
            // Lock-outs that are over: what was refused meanwhile is played again, for as long as that makes less of it.
            foreach (var entry in again)
            {
                _results.Remove(entry);
                await PlayAsync(entry.Case, cancellationToken);
            }

            await _ledger.EndAsync(cancellationToken);
        }

        return [.. _results.Select(Standing)];
    }

    private CaseResult Standing(PlayedCase played) =>
        IsOverturned(played)
            ? played.Result with
            {
                Verdict = Verdict.Inconclusive,
                Reason = $"the control that was played after it failed: {_ledger.WhyOverturned(played.Control.Key, played.Control.Period)}",
            }
            : played.Result;

    private bool IsOverturned(PlayedCase played) =>
        played.HangsOnControl && _ledger.IsOverturned(played.Control.Key, played.Control.Period);

    private CaseResult Keep(ScenarioCase scenarioCase, CaseResult result, ControlOutcome control, bool isDoubtful = false)
    {
        _results.Add(new PlayedCase(scenarioCase, result, control, isDoubtful));
        return isDoubtful && _ledger.RootCause is not null ? Standing(_results[^1]) : result;
    }

    private CaseResult Blank(ScenarioCase scenarioCase, Verdict verdict) => Blank(scenarioCase, verdict, _request.AgainWith);
}
