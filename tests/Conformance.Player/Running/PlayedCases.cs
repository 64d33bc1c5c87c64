using Conformance.Player.Judging;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Running;

/// <summary>The results of one worker, and what still stands of them.</summary>
internal sealed class PlayedCases(ControlLedger ledger)
{
    private readonly List<PlayedCase> _entries = [];
    private readonly Dictionary<string, Verdict> _told = new(StringComparer.Ordinal);

    /// <summary>The results as they stand.</summary>
    public IReadOnlyList<CaseResult> Standing => [.. _entries.Select(Of)];

    /// <summary>Results that no longer stand.</summary>
    public IReadOnlyList<PlayedCase> Overturned => [.. _entries.Where(IsOverturned)];

    /// <summary>Results that were none to fail of when they were told, and are now.</summary>
    public IReadOnlyList<CaseResult> TakenBack =>
        [.. Standing.Where(result => Fails(result.Verdict) && _told.TryGetValue(result.Address, out var told) && !Fails(told))];

    public void Add(PlayedCase played) => _entries.Add(played);

    public bool Remove(PlayedCase played) => _entries.Remove(played);

    public PlayedCase? Find(ScenarioCase scenarioCase) => _entries.FindLast(entry => entry.Case.Address == scenarioCase.Address);

    /// <summary>Puts one in the place of another.</summary>
    public void Replace(PlayedCase former, PlayedCase played) => _entries[_entries.IndexOf(former)] = played;

    /// <summary>The result of a case as it stands when it is told for the first time.</summary>
    public CaseResult Tell(ScenarioCase scenarioCase)
    {
        var result = Of(Find(scenarioCase)!);
        _told.TryAdd(result.Address, result.Verdict);
        return result;
    }

    public bool IsOverturned(PlayedCase played) =>
        played.HangsOnControl && ledger.IsOverturned(played.Control.Key, played.Control.Period);

    private CaseResult Of(PlayedCase played) => IsOverturned(played)
        ? played.Result with
        {
            Verdict = Verdict.Inconclusive,
            Reason = $"the control that was played after it failed: {ledger.WhyOverturned(played.Control.Key, played.Control.Period)}",
        }
        : played.Result;

    private static bool Fails(Verdict verdict) => verdict is Verdict.Failed or Verdict.Inconclusive or Verdict.Error;
}
