using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;

namespace Conformance.Scenarios.Loading;

/// <summary>Loads every scenario there is.</summary>
public static class ScenarioLibrary
{
    private const int MostProblemsOfAFile = 50;

    /// <summary>Loads a folder of scenarios; gathers every problem of every file, and throws for none of them.</summary>
    /// <param name="scenariosDirectory">The folder, <c>scenarios</c>.</param>
    /// <param name="fixturesSpecDirectory">The folder of the catalogue, <c>fixtures/spec</c>; <c>null</c>: references are not looked up.</param>
    /// <param name="vocabulary">The words that scenarios may use.</param>
    public static LoadedScenarios Load(string scenariosDirectory, string? fixturesSpecDirectory, ScenarioVocabulary vocabulary)
    {
        var problems = new List<ScenarioProblem>();
        var spec = fixturesSpecDirectory is null ? null : SpecCatalogue.Load(fixturesSpecDirectory, problems, ShownSpec(fixturesSpecDirectory));

        // Where the catalogue itself could not be read, a key that is not in it says nothing.
        var lookedUp = problems.Count == 0 ? spec : null;
        var shownAs = ScenarioFiles.Shown(scenariosDirectory);
        if (!Directory.Exists(scenariosDirectory))
        {
            problems.Report(new Location(shownAs, 1, 1), "There is no such folder, and it has to hold the scenarios. Check its name.");
            return new LoadedScenarios([], problems, spec ?? SpecCatalogue.Empty);
        }

        var scenarios = new SortedDictionary<string, Scenario>(StringComparer.Ordinal);
        var broken = new SortedDictionary<string, IReadOnlyList<ScenarioProblem>>(StringComparer.Ordinal);
        foreach (var (address, path, name) in ScenarioFiles.Find(scenariosDirectory, shownAs, problems))
        {
            var own = new List<ScenarioProblem>();
            if (new ScenarioReader(vocabulary, lookedUp, own).Read(YamlFile.Read(path, name), address) is { } scenario)
            {
                scenarios.Add(address, scenario);
            }
            else
            {
                broken.Add(address, Capped(own));
            }
        }

        CheckAddresses(scenarios, broken);
        CheckControls(scenarios, broken);
        return new LoadedScenarios([.. scenarios.Values], [.. problems, .. broken.Values.SelectMany(own => own)], spec ?? SpecCatalogue.Empty)
        {
            BrokenScenarios = broken,
        };
    }

    private static void CheckControls(SortedDictionary<string, Scenario> scenarios, SortedDictionary<string, IReadOnlyList<ScenarioProblem>> broken)
    {
        var check = new ControlCheck(scenarios, [.. broken.Keys]);
        foreach (var (scenario, problems) in scenarios.Values.Select(scenario => (scenario, check.Check(scenario))).Where(pair => pair.Item2.Count > 0).ToList())
        {
            scenarios.Remove(scenario.Address);
            broken.Add(scenario.Address, Capped(problems));
        }
    }

    /// <summary>A case and a file may not share an address: <c>a/b.yaml</c> with the case <c>c</c>, and <c>a/b/c.yaml</c>.</summary>
    private static void CheckAddresses(SortedDictionary<string, Scenario> scenarios, SortedDictionary<string, IReadOnlyList<ScenarioProblem>> broken)
    {
        var cases = scenarios.Values
            .SelectMany(scenario => scenario.Cases.Where(@case => @case.Name.Length > 0).Select(@case => (Address: $"{scenario.Address}/{@case.Name}", @case.Location)))
            .ToDictionary(@case => @case.Address, @case => @case.Location, StringComparer.Ordinal);
        foreach (var scenario in scenarios.Values.Where(scenario => cases.ContainsKey(scenario.Address)).ToList())
        {
            scenarios.Remove(scenario.Address);
            broken.Add(
                scenario.Address,
                [new ScenarioProblem(scenario.Location, $"The case at {cases[scenario.Address]} has the address \"{scenario.Address}\" too. Rename the file or the case.")]);
        }
    }

    private static List<ScenarioProblem> Capped(IReadOnlyList<ScenarioProblem> problems)
    {
        var inOrder = problems.OrderBy(problem => problem.Location.Line).ThenBy(problem => problem.Location.Column).ToList();
        return inOrder.Count <= MostProblemsOfAFile
            ? inOrder
            : [.. inOrder.Take(MostProblemsOfAFile), inOrder[MostProblemsOfAFile] with { Message = $"There are {inOrder.Count - MostProblemsOfAFile} more problems from here on. Repair those above first." }];
    }

    private static string ShownSpec(string directory) => Path.IsPathRooted(directory) ? $"fixtures/{ScenarioFiles.Shown(directory)}" : ScenarioFiles.Shown(directory);
}
