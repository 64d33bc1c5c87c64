using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Selecting;

/// <summary>What was chosen.</summary>
/// <param name="Cases">The cases, in the order of the library.</param>
/// <param name="Broken">The addresses of files that were meant and cannot be played, in the same order.</param>
/// <param name="Problems">A sentence for each argument that matches nothing.</param>
public sealed record SelectedScenarios(IReadOnlyList<ScenarioCase> Cases, IReadOnlyList<string> Broken, IReadOnlyList<string> Problems);
