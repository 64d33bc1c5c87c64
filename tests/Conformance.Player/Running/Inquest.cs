using Conformance.Player.Judging;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Running;

/// <summary>
/// Asks why nobody can sign in any more, so that one bad message costs one case and not the run. The target is restarted; when the control holds
/// again, what was played since it last held is played once more, each case followed by the control. The one after which it fails is tried
/// alone after another restart, and only if it fails again is the message named: else it took several, as with a lock-out.
/// </summary>
internal sealed class Inquest(IInquestGround ground, ControlLedger ledger, TargetRestarts restarts, Action<string> say)
{
    // As many workers as a service provider may have that loses one to each message which it never answers.
    private const int MostWorkers = 8;

    // Where a whole class of messages stops the service provider, each of them says the same, and takes restarts that others need.
    private const int MostOfOneScenario = 5;
    private readonly List<ScenarioCase> _named = [];
    private readonly List<string> _outages = [];

    /// <summary>What came of each, a sentence without a full stop.</summary>
    public IReadOnlyList<string> Outages => _outages;

    /// <summary>Why no further case of a scenario is played; <c>null</c>: it is.</summary>
    public string? WhyNoMoreOf(Scenario scenario) => _named.FindAll(named => named.Scenario == scenario) is { Count: >= MostOfOneScenario } named
        ? $"not played: after {InquestWords.Listed(named)} of this scenario nobody could sign in any more, each alone, so the others are left out"
        : null;

    /// <summary>Finds out why a control was lost, and leaves a target at which it holds again, or gives up.</summary>
    /// <param name="lost">The control.</param>
    /// <param name="doubted">The case whose own result gave reason to play it; <c>null</c>: its time had come.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public async Task HoldAsync(LostControl lost, ScenarioCase? doubted, CancellationToken cancellationToken)
    {
        var words = await ground.LastWordsAsync();

        // Whoever gave the reason to ask is asked first: where a message stops the service provider at once, that spares the others.
        List<ScenarioCase> suspects = [.. lost.Suspects.DistinctBy(suspect => suspect.Address).OrderBy(suspect => suspect == doubted ? 0 : 1)];
        if (restarts.ArePossible)
        {
            say($"Nobody can sign in any more; the service provider is restarted, and what was played since ({InquestWords.Count(suspects.Count)}) is played again.");
        }

        if (await ReviveAsync(lost, cancellationToken) is { } why)
        {
            GiveUp(lost, suspects, words, why);
            return;
        }

        var (said, isFresh) = (_outages.Count, true);
        foreach (var (index, suspect) in suspects.Index())
        {
            var (guilt, end) = await ExamineAsync(lost, suspect, isFresh, cancellationToken);
            isFresh = false;
            if (guilt is not null)
            {
                end = await ConvictAsync(lost, suspect, guilt, cancellationToken);
                isFresh = true;
            }

            if (end is not null)
            {
                GiveUp(lost, suspects[(index + (guilt is null ? 0 : 1))..], guilt?.LastWords ?? words, end);
                return;
            }
        }

        if (_outages.Count == said)
        {
            _outages.Add($"{(suspects.Count == 0 ? "before the first case, or for a reason of its own" : $"after {InquestWords.Listed(suspects)}")}, which did not come again: {lost.Sentence}");
        }
    }

    // How the control fails after this case alone; null: it does not. And why it cannot be found out.
    private async Task<(Failing? Guilt, string? End)> ExamineAsync(LostControl lost, ScenarioCase suspect, bool isFresh, CancellationToken cancellationToken)
    {
        var (failing, wasSilent) = await FailsAsync(lost, suspect, isFresh, cancellationToken);
        if (isFresh && failing is not null)
        {
            return (failing, null);
        }

        if (failing is null)
        {
            return (isFresh && wasSilent ? await ExhaustAsync(lost, suspect, cancellationToken) : null, null);
        }

        if (await ReviveAsync(lost, cancellationToken) is { } end)
        {
            return (null, end);
        }

        (failing, wasSilent) = await FailsAsync(lost, suspect, isPatient: true, cancellationToken);
        failing ??= wasSilent ? await ExhaustAsync(lost, suspect, cancellationToken) : null;
        if (failing is null)
        {
            _outages.Add($"after several messages, the last of them {suspect.Address}, which did nothing alone: as with a lock-out or a limit, which should be switched off for the suite");
        }

        return (failing, null);
    }

    // One that is never answered may have taken a worker with it, and the others go on until there are none left.
    private async Task<Failing?> ExhaustAsync(LostControl lost, ScenarioCase suspect, CancellationToken cancellationToken)
    {
        for (var times = 2; times <= MostWorkers; times++)
        {
            var (failing, wasSilent) = await FailsAsync(lost, suspect, isPatient: false, cancellationToken);
            if (failing is not null || !wasSilent)
            {
                return failing is null ? null : failing with { Times = times };
            }
        }

        return null;
    }

    private async Task<string?> ConvictAsync(LostControl lost, ScenarioCase suspect, Failing guilt, CancellationToken cancellationToken)
    {
        var another = await ground.SignsInAnotherAsync(guilt.Lost.Browser, cancellationToken);
        var end = await ReviveAsync(lost, cancellationToken);
        if (guilt.Lost.IsLimit)
        {
            _outages.Add($"after {suspect.Address}, with a word about too many requests: a limit, which should be switched off for the suite");
            return end;
        }

        // That another cannot sign in says something only if that person can where all is well.
        var reach = another ? OutageReach.One
            : end is null && await ground.SignsInAnotherAsync(guilt.Lost.Browser, cancellationToken) ? OutageReach.Everybody
            : OutageReach.Unknown;
        var outage = new Outage(guilt.Lost.Sentence, guilt.LastWords, reach) { Times = guilt.Times, MayBeMeant = CaseNeeds.ChangesMoreThanItSends(suspect.Scenario) };
        await ground.NameAsync(suspect, outage, cancellationToken);
        _named.Add(suspect);
        _outages.Add($"after {suspect.Address}, alone{(guilt.LastWords is null ? string.Empty : $": {guilt.LastWords}")}");
        return end;
    }

    // How the control fails after a case that is played again; null: it holds, or the case could not be played.
    private async Task<(Failing? Failing, bool WasSilent)> FailsAsync(LostControl lost, ScenarioCase suspect, bool isPatient, CancellationToken cancellationToken)
    {
        var replay = await ground.ReplayAsync(suspect, cancellationToken);
        var failing = ledger.TakeLost();
        if (!replay.WasPlayed)
        {
            return (null, false);
        }

        failing ??= await ledger.WhyLostAsync(lost.Key, isPatient, cancellationToken);
        if (failing is null && replay.Control != lost.Key && ledger.HasHeld(replay.Control))
        {
            // Its own control as well: then its result stands.
            failing = await ledger.WhyLostAsync(replay.Control, isPatient, cancellationToken);
        }

        return (failing is null ? null : new Failing(failing, await ground.LastWordsAsync()), replay.WasSilent);
    }

    private async Task<string?> ReviveAsync(LostControl lost, CancellationToken cancellationToken)
    {
        if (await restarts.TryAsync(cancellationToken) is { } why)
        {
            return why;
        }

        if (await ledger.WhyLostAsync(lost.Key, isPatient: true, cancellationToken) is { } still)
        {
            return $"after a restart of the service provider it does not either: {still.Sentence}";
        }

        foreach (var key in ledger.Broken)
        {
            await ledger.WhyLostAsync(key, isPatient: true, cancellationToken);
        }

        return null;
    }

    private void GiveUp(LostControl lost, IReadOnlyList<ScenarioCase> open, string? words, string why)
    {
        // An integration or a look that does not work says nothing about the others.
        if (lost.IsTheTargetsOwn)
        {
            ledger.GiveUp(InquestWords.Cause(lost, open, words, why, [.. _named.Select(named => named.Address)], restarts.ArePossible));
        }
    }

    private sealed record Failing(LostControl Lost, string? LastWords)
    {
        public int Times { get; init; } = 1;
    }
}
