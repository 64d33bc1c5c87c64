using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;

namespace Conformance.Player.Reports.Coverage;

/// <summary>Every requirement of the catalogue with its scenarios and flaws.</summary>
public static class CoverageTable
{
    /// <summary>Puts it together, in the order of the keys.</summary>
    /// <param name="loaded">The scenarios and the catalogue.</param>
    /// <param name="flaws">The flaws there are.</param>
    public static IReadOnlyList<CoverageEntry> Of(LoadedScenarios loaded, IReadOnlyList<CoverageFlaw> flaws) =>
        [.. loaded.Spec.Entries.Select(entry => Of(entry, loaded.Scenarios, flaws))];

    private static CoverageEntry Of(SpecEntry entry, IReadOnlyList<Scenario> scenarios, IReadOnlyList<CoverageFlaw> flaws)
    {
        var citing = scenarios.Where(scenario => scenario.Spec.Any(key => SpecReference.TryParse(key, out var reference) && reference.IsWithin(entry.Key.Value)))
            .OrderBy(scenario => scenario.Address, StringComparer.Ordinal).ToList();

        // A flaw belongs to a check or a published bug; to a clause it belongs by way of the checks that the same scenarios stand for.
        var keys = entry.Key.Document == "check" || flaws.Any(flaw => flaw.Notices.Contains(entry.Key.Value, StringComparer.OrdinalIgnoreCase))
            ? [entry.Key.Value]
            : citing.SelectMany(scenario => scenario.Spec).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new CoverageEntry(
            entry, citing, [.. flaws.Where(flaw => flaw.Notices.Any(keys.Contains)).Select(flaw => flaw.Name).Order(StringComparer.Ordinal)]);
    }
}
