using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;

namespace Conformance.Scenarios.Loading;

/// <summary>What the files say, and everything that is wrong with them.</summary>
/// <param name="Scenarios">The scenarios without problems, in ordinal order of their addresses.</param>
/// <param name="Problems">The problems, in the order of the files.</param>
/// <param name="Spec">The catalogue of requirements.</param>
public sealed record LoadedScenarios(IReadOnlyList<Scenario> Scenarios, IReadOnlyList<ScenarioProblem> Problems, SpecCatalogue Spec)
{
    private Dictionary<string, ScenarioCase>? _byAddress;

    /// <summary>Address → problems of each file that yields no scenario, in ordinal order of the addresses.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ScenarioProblem>> BrokenScenarios { get; init; } =
        new SortedDictionary<string, IReadOnlyList<ScenarioProblem>>(StringComparer.Ordinal);

    /// <summary>Every case of every scenario, in the order of the scenarios and then of the file.</summary>
    public IEnumerable<ScenarioCase> Cases => Scenarios.SelectMany(scenario => scenario.Cases.Select(@case => new ScenarioCase(scenario, @case)));

    /// <summary>The case of that address, or <c>null</c>.</summary>
    /// <param name="address">The address with the case, such as <c>saml/response/audience/other</c>.</param>
    public ScenarioCase? Find(string address) =>
        (_byAddress ??= Cases.ToDictionary(@case => @case.Address, StringComparer.Ordinal)).GetValueOrDefault(address);
}
