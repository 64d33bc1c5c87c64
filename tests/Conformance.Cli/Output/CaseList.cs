using Conformance.Player.Settings;
using Conformance.Scenarios.Model;

namespace Conformance.Cli.Output;

/// <summary>What would be played.</summary>
internal static class CaseList
{
    /// <summary>Writes an address a line, or with the text of each.</summary>
    public static void Write(TextWriter output, Suite suite, IReadOnlyList<ScenarioCase> cases, bool withText)
    {
        if (!withText)
        {
            foreach (var scenarioCase in cases)
            {
                output.WriteLine(scenarioCase.Address);
            }

            return;
        }

        output.WriteLine(RunText.Headline(suite, cases.Count));
        foreach (var scenario in cases.GroupBy(scenarioCase => scenarioCase.Scenario))
        {
            output.WriteLine();
            output.WriteLine($"{scenario.Key.Address} ({scenario.Key.Level.ToString().ToLowerInvariant()})");
            output.WriteLine($"  {scenario.Key.Name}");
            output.WriteLine($"  -> {scenario.Key.Requirement} [{string.Join(", ", scenario.Key.Spec)}]");
            var names = scenario.Select(scenarioCase => scenarioCase.Case.Name).Where(name => name.Length > 0).ToList();
            if (names.Count > 0)
            {
                output.WriteLine($"     {names.Count} cases: {string.Join(", ", names)}");
            }
        }
    }
}
