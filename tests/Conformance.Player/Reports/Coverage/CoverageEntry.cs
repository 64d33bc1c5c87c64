using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;

namespace Conformance.Player.Reports.Coverage;

/// <summary>One requirement, what tests it, and what shows that the tests can fail.</summary>
/// <param name="Entry">The requirement.</param>
/// <param name="Scenarios">The scenarios that cite it, or a clause of it.</param>
/// <param name="Flaws">Flaws that these scenarios are there for.</param>
public sealed record CoverageEntry(SpecEntry Entry, IReadOnlyList<Scenario> Scenarios, IReadOnlyList<string> Flaws)
{
    /// <summary>How many cases the scenarios have.</summary>
    public int Cases => Scenarios.Sum(scenario => scenario.Cases.Count);

    /// <summary>Whether a scenario tests it.</summary>
    public bool IsTested => Scenarios.Count > 0;

    /// <summary>Whether neither a scenario tests it nor a reason says why none does.</summary>
    public bool IsForgotten => !IsTested && Entry.NotTested is null;
}
