using Conformance.Player.Playing;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Judging;

/// <summary>
/// Keeps the controls of one bench: each baseline's at its first use, after every <see cref="Every"/> cases and at the end. When one
/// fails that held before, nothing since the last good one counts, and controls come closer together from then on.
/// </summary>
internal sealed class ControlLedger(ScenarioPlayer player, TimeProvider clock)
{
    /// <summary>How many cases one good control vouches for.</summary>
    public const int Every = 25;

    private const int EveryAfterTrouble = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan SecondChance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastChance = TimeSpan.FromSeconds(4);
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, int Period), string> _overturned = [];
    private readonly Dictionary<string, string?> _seen = new(StringComparer.Ordinal);
    private int _every = Every;

    /// <summary>How often a control was played.</summary>
    public int Played { get; private set; }

    /// <summary>Why the bench gave up: the control that failed for good, in words; <c>null</c> while all hold.</summary>
    public string? RootCause { get; private set; }

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
            _entries[key] = entry = new Entry(baseline, stage, browser) { IsTheTargetsOwn = stageName.Length == 0 };
            if (_seen.TryGetValue(key, out var user))
            {
                Hold(entry, user);
            }
            else
            {
                await CheckAsync(key, entry, cancellationToken);
            }
        }
        else if (entry.State == ControlState.Good && entry.Cases >= _every)
        {
            await CheckAsync(key, entry, cancellationToken);
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
        _seen[key] = UserOf(result);
        if (_entries.TryGetValue(key, out var entry) && entry.State == ControlState.Good)
        {
            Hold(entry, UserOf(result));
        }
    }

    /// <summary>
    /// Plays a control once more, out of turn: what went wrong in a case that it vouches for may have gone wrong for another reason than the
    /// case's own.
    /// </summary>
    public Task AgainAsync(string key, CancellationToken cancellationToken) => CheckAsync(key, _entries[key], cancellationToken);

    /// <summary>Plays every control that has vouched for something since it was last played.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, entry) in _entries.Where(e => e.Value.State == ControlState.Good && e.Value.Cases > 0).ToList())
        {
            await CheckAsync(key, entry, cancellationToken);
        }
    }

    /// <summary>Whether the control after that stretch failed, so that nothing in it counts.</summary>
    public bool IsOverturned(string key, int period) => _overturned.ContainsKey((key, period));

    /// <summary>What the control showed that was played after that stretch.</summary>
    public string WhyOverturned(string key, int period) => _overturned.GetValueOrDefault((key, period), string.Empty);

    private async Task CheckAsync(string key, Entry entry, CancellationToken cancellationToken)
    {
        var held = entry.HeldOnce;
        var result = await PlayAsync(entry, cancellationToken);
        if (Trouble(result) is { } first)
        {
            if (held)
            {
                _every = EveryAfterTrouble;
                // What was refused since the last good control may have been refused for the same reason, whatever its own baseline is.
                foreach (var (other, stretch) in _entries)
                {
                    _overturned[(other, stretch.Period++)] = $"the untampered message, which signed in before, no longer does: {first}";
                }
            }

            // Rate limits and lock-outs announce how long they last; anything else gets one second chance, also the first time:
            // a baseline that is thought never to be accepted takes all its cases with it.
            if ((result.RetryAfter ?? (held ? SecondChance : TimeSpan.Zero)) is var wait && wait > TimeSpan.Zero)
            {
                await WaitAsync(wait, cancellationToken);
            }

            result = await PlayAsync(entry, cancellationToken);
            if (held && result.RetryAfter is null && Trouble(result) is not null)
            {
                await WaitAsync(LastChance, cancellationToken);
                result = await PlayAsync(entry, cancellationToken);
            }
        }

        if (Trouble(result) is not { } trouble)
        {
            Hold(entry, UserOf(result));
        }
        else
        {
            entry.Period++;
            entry.Cases = 0;
            entry.State = held || entry.Baseline.IsPlain || entry.Baseline.IsClaimed ? ControlState.Broken : ControlState.NeverAccepted;
            entry.Sentence = held
                ? $"the untampered message, which signed in before, no longer does: {trouble}"
                : $"the untampered message does not sign in: {trouble}";

            // An integration or a look that does not work says nothing about the others.
            if (entry is { State: ControlState.Broken, IsTheTargetsOwn: true })
            {
                RootCause ??= held
                    ? $"{entry.Sentence} ({key}). It may have stopped, or lock out or slow down whoever it has refused often: switch that off for the suite"
                    : $"{entry.Sentence} ({key})";
            }
        }
    }

    private static void Hold(Entry entry, string? user)
    {
        entry.Sentence = $"the untampered message signed in {user}";
        entry.State = ControlState.Good;
        entry.HeldOnce = true;
        entry.Period++;
        entry.Cases = 0;
    }

    private static string KeyOf(string baseline, string stageName, bool browser) =>
        $"{(browser ? "browser" : "http")}, {(stageName.Length == 0 ? string.Empty : $"{stageName}, ")}{baseline}";

    private static string? UserOf(PlayResult result) => result.Transcript.Sessions.Count > 0 ? result.Transcript.Sessions[^1].User : null;

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(wait < LongestWait ? wait : LongestWait, clock);
        _ = await timer.WaitForNextTickAsync(cancellationToken);
    }

    private async Task<PlayResult> PlayAsync(Entry entry, CancellationToken cancellationToken)
    {
        Played++;
        return await player.PlayControlAsync(entry.Baseline.Control, entry.Stage(), entry.Browser, entry.Baseline.AsControl, cancellationToken);
    }

    private static string? Trouble(PlayResult result) =>
        result.SuiteError ?? (result.Findings.Count > 0 ? $"expected {result.Findings[0].Expected}; {result.Findings[0].Actual}" : null);

    private sealed class Entry(Baseline baseline, Func<Stage> stage, bool browser)
    {
        public Baseline Baseline { get; } = baseline;

        public Func<Stage> Stage { get; } = stage;

        public bool Browser { get; } = browser;

        public bool IsTheTargetsOwn { get; init; }

        public ControlState State { get; set; }

        public string Sentence { get; set; } = string.Empty;

        public bool HeldOnce { get; set; }

        public int Period { get; set; }

        public int Cases { get; set; }
    }
}
