using Conformance.Player.Playing;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Judging;

/// <summary>
/// Keeps the controls of one bench: each baseline's at its first use, after every <see cref="Every"/> cases and at the end. When one
/// fails that held before, nothing since the last good one counts, and controls come closer together from then on. What becomes of a
/// control that fails for good is not decided here: it is <see cref="Lost"/> until somebody has asked why.
/// </summary>
/// <param name="player">Plays them.</param>
/// <param name="clock">The clock of the suite.</param>
/// <param name="hasEnded">Whether the target has ended for good, so that there is nothing to wait for.</param>
internal sealed class ControlLedger(ScenarioPlayer player, TimeProvider clock, Func<Task<bool>> hasEnded)
{
    /// <summary>How many cases one good control vouches for.</summary>
    public const int Every = 25;

    private const int EveryAfterTrouble = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan SecondChance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastChance = TimeSpan.FromSeconds(4);
    private readonly Dictionary<string, KeptControl> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, int Period), string> _overturned = [];
    private readonly Dictionary<string, (string? User, int At)> _seen = new(StringComparer.Ordinal);
    private readonly List<ScenarioCase> _sinceGood = [];
    private int _every = Every;
    private int _cases;

    /// <summary>How often a control was played.</summary>
    public int Played { get; private set; }

    /// <summary>Why the bench gave up, in words; <c>null</c> while it has not.</summary>
    public string? RootCause { get; private set; }

    /// <summary>The control that held before and failed for good; <c>null</c> while all hold, and once it is known what follows from it.</summary>
    public LostControl? Lost { get; private set; }

    /// <summary>The control for a case that is about to be played.</summary>
    /// <param name="baseline">What is played as the control; <c>null</c>: the case needs none.</param>
    /// <param name="stageName">Controls vouch for cases of their own stage only.</param>
    /// <param name="stage">Sets that stage up, which another may have replaced by the time the control is played again.</param>
    /// <param name="browser">Whether a real browser is used.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public async Task<ControlOutcome> BeforeAsync(Baseline? baseline, string stageName, Func<Stage> stage, bool browser, CancellationToken cancellationToken)
    {
        if (baseline is null)
        {
            return ControlOutcome.NotNeeded;
        }

        var key = KeyOf(baseline.Key, stageName, browser);
        if (!_entries.TryGetValue(key, out var entry))
        {
            _entries[key] = entry = new KeptControl(baseline, stage, browser) { IsTheTargetsOwn = stageName.Length == 0 };
            if (_seen.TryGetValue(key, out var seen) && _cases - seen.At <= _every)
            {
                Hold(entry, seen.User);
            }
            else
            {
                await CheckAsync(key, entry, isPatient: true, cancellationToken);
            }
        }
        else if (entry.IsToBeAskedAgain || (entry.State == ControlState.Good && entry.Cases >= _every))
        {
            await CheckAsync(key, entry, isPatient: true, cancellationToken);
        }

        entry.Cases++;
        return new ControlOutcome(key, entry.State, entry.Sentence, entry.Period);
    }

    /// <summary>Takes over what a case showed that was played for its own sake: where others name it as their control, it need not be played again for them.</summary>
    public void Seen(ScenarioCase scenarioCase, string stageName, bool browser, PlayResult result)
    {
        if (Trouble(result) is not null || result.NotApplicable is not null)
        {
            return;
        }

        var key = KeyOf(Baseline.KeyOf(scenarioCase), stageName, browser);
        _seen[key] = (UserOf(result), _cases);
        if (_entries.TryGetValue(key, out var entry) && entry.State == ControlState.Good)
        {
            Hold(entry, UserOf(result));
            Vouch();
        }
    }

    /// <summary>
    /// Plays a control once more, out of turn: what went wrong in a case that it vouches for may have gone wrong for another reason than the
    /// case's own.
    /// </summary>
    public Task AgainAsync(string key, CancellationToken cancellationToken) => CheckAsync(key, _entries[key], isPatient: true, cancellationToken);

    /// <summary>Plays every control that has vouched for something since it was last played, up to the first that is lost.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, entry) in _entries.Where(e => e.Value.State == ControlState.Good && e.Value.Cases > 0).ToList())
        {
            await CheckAsync(key, entry, isPatient: true, cancellationToken);
            if (Lost is not null)
            {
                return;
            }
        }

        // Where nothing was accepted since, it may be that nothing is accepted any more.
        if (_entries.Values.FirstOrDefault(entry => entry is { State: ControlState.NeverAccepted, IsKnown: false, IsTheTargetsOwn: true }) is { } unknown)
        {
            var (key, witness) = _entries.FirstOrDefault(entry => entry.Value is { HeldOnce: true, IsTheTargetsOwn: true });
            await (witness is null
                ? BeforeAsync(Baseline.Plain, string.Empty, unknown.Stage, unknown.Browser, cancellationToken)
                : CheckAsync(key, witness, isPatient: true, cancellationToken));
        }
    }

    /// <summary>Notes that a case is played now: until a control holds again, it may be what the next one fails of.</summary>
    public void Suspect(ScenarioCase scenarioCase)
    {
        _cases++;
        _sinceGood.Add(scenarioCase);
    }

    /// <summary>Takes the lost control: whoever takes it finds out what follows.</summary>
    public LostControl? TakeLost()
    {
        var lost = Lost;
        Lost = null;
        return lost;
    }

    /// <summary>Whether a control has ever held.</summary>
    public bool HasHeld(string key) => _entries.TryGetValue(key, out var entry) && entry.HeldOnce;

    /// <summary>What a control fails of now, out of turn; <c>null</c>: it holds.</summary>
    /// <param name="key">The control.</param>
    /// <param name="isPatient">Whether it gets its last chance as well.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public async Task<LostControl?> WhyLostAsync(string key, bool isPatient, CancellationToken cancellationToken)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            await CheckAsync(key, entry, isPatient, cancellationToken);
        }

        return TakeLost();
    }

    /// <summary>The controls that held once and have not since they were lost.</summary>
    public IReadOnlyList<string> Broken => [.. _entries.Where(entry => entry.Value is { HeldOnce: true, State: ControlState.Broken }).Select(entry => entry.Key)];

    /// <summary>Plays nothing more: all that is left would say the same.</summary>
    public void GiveUp(string cause) => RootCause ??= cause;

    /// <summary>Whether the control after that stretch failed, so that nothing in it counts.</summary>
    public bool IsOverturned(string key, int period) => _overturned.ContainsKey((key, period));

    /// <summary>What the control showed that was played after that stretch.</summary>
    public string WhyOverturned(string key, int period) => _overturned.GetValueOrDefault((key, period), string.Empty);

    private async Task CheckAsync(string key, KeptControl entry, bool isPatient, CancellationToken cancellationToken)
    {
        var held = entry.HeldOnce;
        var result = await PlayAsync(entry, cancellationToken);
        if (Trouble(result) is { } first)
        {
            if (held || IsNeeded(entry))
            {
                Overturn(entry.Baseline.HoldsNoLonger(first));
            }

            if (!held || !await hasEnded())
            {
                result = await AgainAsync(entry, result.RetryAfter, isPatient, cancellationToken);
            }
        }

        if (Trouble(result) is not { } trouble)
        {
            Hold(entry, UserOf(result));
            Vouch();
        }
        else
        {
            Fail(key, entry, trouble, result);
            Begin(entry);
        }
    }

    private static void Hold(KeptControl entry, string? user)
    {
        entry.Sentence = entry.Baseline.Held(user);
        entry.State = ControlState.Good;
        entry.HeldOnce = true;
        Begin(entry);
    }

    private static void Begin(KeptControl entry)
    {
        entry.Period++;
        entry.Cases = 0;
        entry.IsToBeAskedAgain = false;
    }

    // Rate limits and lock-outs announce how long they last; anything else gets one second chance, also the first time:
    // a baseline that is thought never to be accepted takes all its cases with it.
    private async Task<PlayResult> AgainAsync(KeptControl entry, TimeSpan? retryAfter, bool isPatient, CancellationToken cancellationToken)
    {
        if ((retryAfter ?? (entry.HeldOnce ? SecondChance : TimeSpan.Zero)) is var wait && wait > TimeSpan.Zero)
        {
            await WaitAsync(wait, cancellationToken);
        }

        var result = await PlayAsync(entry, cancellationToken);
        if (entry.HeldOnce && isPatient && result.RetryAfter is null && Trouble(result) is not null)
        {
            await WaitAsync(LastChance, cancellationToken);
            result = await PlayAsync(entry, cancellationToken);
        }

        return result;
    }

    private void Fail(string key, KeptControl entry, string trouble, PlayResult result)
    {
        entry.State = entry.HeldOnce || entry.Baseline.IsPlain || entry.Baseline.IsClaimed ? ControlState.Broken : ControlState.NeverAccepted;
        entry.Sentence = entry.HeldOnce ? entry.Baseline.HoldsNoLonger(trouble) : entry.Baseline.NeverHeld(trouble);

        // An integration or a look that never worked says nothing about the others.
        if (entry.HeldOnce || IsNeeded(entry))
        {
            Lost = new LostControl(key, entry.Sentence, entry.IsTheTargetsOwn, [.. _sinceGood])
            {
                IsLimit = result.WasSlowedDown || result.RetryAfter is not null,
                Browser = entry.Browser,
            };
        }
    }

    // One about which nothing is unusual fails because nothing is accepted any more: the preflight has seen the plain login.
    private static bool IsNeeded(KeptControl entry) => entry.IsTheTargetsOwn && (entry.Baseline.IsPlain || entry.Baseline.IsClaimed);

    // What was sent before this was answered by a service provider that signs in still.
    private void Vouch()
    {
        _sinceGood.Clear();
        foreach (var entry in _entries.Values.Where(entry => entry.State == ControlState.NeverAccepted))
        {
            entry.IsKnown = true;
        }
    }

    // What was refused since the last good control may have been refused for the same reason, whatever its own baseline is. A baseline that was
    // seen for the first time since may well be accepted: one that has stopped accepts none.
    private void Overturn(string why)
    {
        _every = EveryAfterTrouble;
        _seen.Clear();
        foreach (var (other, stretch) in _entries.Where(entry => !entry.Value.IsKnown))
        {
            stretch.IsToBeAskedAgain = stretch.State == ControlState.NeverAccepted;
            _overturned[(other, stretch.Period++)] = why;
        }
    }

    private static string KeyOf(string baseline, string stageName, bool browser) =>
        $"{(browser ? "browser" : "http")}, {(stageName.Length == 0 ? string.Empty : $"{stageName}, ")}{baseline}";

    private static string? UserOf(PlayResult result) => result.Transcript.Sessions.Count > 0 ? result.Transcript.Sessions[^1].User : null;

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(wait < LongestWait ? wait : LongestWait, clock);
        _ = await timer.WaitForNextTickAsync(cancellationToken);
    }

    private async Task<PlayResult> PlayAsync(KeptControl entry, CancellationToken cancellationToken)
    {
        Played++;
        return await player.PlayControlAsync(entry.Baseline.Control, entry.Stage(), entry.Browser, entry.Baseline.AsControl, cancellationToken);
    }

    private static string? Trouble(PlayResult result) =>
        result.SuiteError ?? (result.Findings.Count > 0 ? $"expected {result.Findings[0].Expected}; {result.Findings[0].Actual}" : null);
}
