using System.Globalization;
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
    private const int MostListed = 8;
    private readonly List<string> _named = [];
    private readonly List<string> _outages = [];

    /// <summary>What came of each, a sentence without a full stop.</summary>
    public IReadOnlyList<string> Outages => _outages;

    /// <summary>Finds out why a control was lost, and leaves a target at which it holds again, or gives up.</summary>
    /// <param name="lost">The control.</param>
    /// <param name="doubted">The case whose own result gave reason to play it; <c>null</c>: its time had come.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public async Task HoldAsync(LostControl lost, ScenarioCase? doubted, CancellationToken cancellationToken)
    {
        var words = await ground.LastWordsAsync();
        if (restarts.ArePossible)
        {
            say($"Nobody can sign in any more; the service provider is restarted, and what was played since ({Count(lost.Suspects.Count)}) is played again.");
        }

        if (await ReviveAsync(lost, cancellationToken) is { } why)
        {
            GiveUp(lost, lost.Suspects, words, why);
            return;
        }

        // Whoever gave the reason to ask is asked first: where a message stops the service provider at once, that spares the others.
        List<ScenarioCase> suspects = [.. lost.Suspects.DistinctBy(suspect => suspect.Address).OrderBy(suspect => suspect == doubted ? 0 : 1)];
        var (found, isFresh) = (false, true);
        foreach (var (index, suspect) in suspects.Index())
        {
            if (await BreaksAsync(lost, suspect, isFresh, cancellationToken) is not { } broken)
            {
                isFresh = false;
                continue;
            }

            found = true;
            if (!isFresh)
            {
                if (await ReviveAsync(lost, cancellationToken) is { } reason)
                {
                    GiveUp(lost, suspects[index..], broken.LastWords, reason);
                    return;
                }

                if (await BreaksAsync(lost, suspect, isPatient: true, cancellationToken) is not { } alone)
                {
                    _outages.Add($"after several messages, the last of them {suspect.Address}, which did nothing alone: as with a lock-out or a limit, which should be switched off for the suite");
                    continue;
                }

                broken = alone;
            }

            var another = await ground.SignsInAnotherAsync(broken.Lost.Browser, cancellationToken);
            var end = await ReviveAsync(lost, cancellationToken);
            if (broken.Lost.IsLimit)
            {
                _outages.Add($"after {suspect.Address}, with a word about too many requests: a limit, which should be switched off for the suite");
            }
            else
            {
                // That another cannot sign in says something only if that person can where all is well.
                var reach = another ? OutageReach.One
                    : end is null && await ground.SignsInAnotherAsync(broken.Lost.Browser, cancellationToken) ? OutageReach.Everybody
                    : OutageReach.Unknown;
                await ground.NameAsync(
                    suspect, new Outage(broken.Lost.Sentence, broken.LastWords, reach) { MayBeMeant = CaseNeeds.ChangesMoreThanItSends(suspect.Scenario) }, cancellationToken);
                _named.Add(suspect.Address);
                _outages.Add($"after {suspect.Address}, alone{(broken.LastWords is null ? string.Empty : $": {broken.LastWords}")}");
            }

            if (end is not null)
            {
                GiveUp(lost, suspects[(index + 1)..], broken.LastWords, end);
                return;
            }

            isFresh = true;
        }

        if (!found)
        {
            _outages.Add($"{(suspects.Count == 0 ? "for a reason of its own" : $"after {Listed(suspects)}")}, which did not come again: {lost.Sentence}");
        }
    }

    // Says how the control fails after a case that was played again; null: it holds, or the case could not be played.
    private async Task<(LostControl Lost, string? LastWords)?> BreaksAsync(LostControl lost, ScenarioCase suspect, bool isPatient, CancellationToken cancellationToken)
    {
        var (played, own) = await ground.ReplayAsync(suspect, cancellationToken);
        var broken = ledger.TakeLost();
        if (!played)
        {
            return null;
        }

        broken ??= await ledger.WhyLostAsync(lost.Key, isPatient, cancellationToken);
        if (broken is null && own != lost.Key && own.Length > 0)
        {
            // Its own control as well: then its result stands.
            broken = await ledger.WhyLostAsync(own, isPatient, cancellationToken);
        }

        return broken is null ? null : (broken, await ground.LastWordsAsync());
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
        if (!lost.IsTheTargetsOwn)
        {
            return;
        }

        var parts = new List<string> { $"{lost.Sentence} ({lost.Key})" };
        if (words is not null)
        {
            parts.Add(Begun(words));
        }

        parts.Add("It may have stopped, or lock out or slow down whoever it has refused often: switch that off for the suite");
        parts.Add(Begun(why));
        if (_named.Count > 0)
        {
            parts.Add($"Messages that took the login away alone: {string.Join(", ", _named)}");
        }

        if (open.Count > 0)
        {
            parts.Add($"Played since the control last held: {Listed(open)}");
        }

        if (!restarts.ArePossible)
        {
            parts.Add("With a \"process\" or \"container\" target the suite restarts the service provider and finds out which of them it was");
        }

        ledger.GiveUp(string.Join(". ", parts));
    }

    private static string Listed(IReadOnlyList<ScenarioCase> cases) => cases.Count <= MostListed
        ? string.Join(", ", cases.Select(scenarioCase => scenarioCase.Address))
        : string.Create(CultureInfo.InvariantCulture, $"{cases.Count} cases, from {cases[0].Address} to {cases[^1].Address}");

    private static string Count(int cases) => string.Create(CultureInfo.InvariantCulture, $"{cases} {(cases == 1 ? "case" : "cases")}");

    private static string Begun(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
