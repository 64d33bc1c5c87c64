using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;

namespace Conformance.Player.Reports.Articles;

/// <summary>One row of what the set-up articles promise, with what the suite does about it.</summary>
/// <param name="Entry">The promise.</param>
/// <param name="Scenarios">The scenarios that check it, in the order of their addresses; none: it is open.</param>
/// <param name="TurnedRedBy">The flaws of the service provider and mistakes of the identity provider that its scenarios are shown to notice.</param>
public sealed record Promise(SpecEntry Entry, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<string> TurnedRedBy)
{
    /// <summary>The catalogue whose entries are promises.</summary>
    public const string Document = "article";

    /// <summary>The id, such as <c>DLP-07</c>.</summary>
    public string Id => Entry.Key.Value[(Document.Length + 1)..];

    /// <summary>Whether the identity provider alone has to keep it, so that only our look-alike is checked.</summary>
    public bool IsFixtureCheck => Entry.Who == "IdP";

    /// <summary>Whether nothing checks it yet.</summary>
    public bool IsOpen => Scenarios.Count == 0;

    /// <summary>All promises of a catalogue, in the order of their ids.</summary>
    /// <param name="spec">The catalogue.</param>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="turnedRedBy">The flaws and mistakes by promise.</param>
    public static IReadOnlyList<Promise> All(
        SpecCatalogue spec, IEnumerable<Scenario> scenarios, IReadOnlyDictionary<string, IReadOnlyList<string>> turnedRedBy)
    {
        var byKey = scenarios.SelectMany(scenario => scenario.Spec.Select(key => (Key: key, Scenario: scenario)))
            .ToLookup(pair => pair.Key, pair => pair.Scenario, StringComparer.Ordinal);
        return
        [
            .. spec.Entries.Where(entry => entry.Key.Document == Document)
                .Select(entry => new Promise(
                    entry,
                    [.. byKey[entry.Key.Value].OrderBy(scenario => scenario.Address, StringComparer.Ordinal)],
                    turnedRedBy.GetValueOrDefault(entry.Key.Value[(Document.Length + 1)..], []))),
        ];
    }
}
