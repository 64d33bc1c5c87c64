using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Loading;

/// <summary>Reads as a sentence where problems are gathered.</summary>
internal static class ProblemReporting
{
    extension(ICollection<ScenarioProblem> problems)
    {
        public void Report(Location location, string message) => problems.Add(new ScenarioProblem(location, message));

        public void AddRange(IEnumerable<ScenarioProblem> others)
        {
            foreach (var other in others)
            {
                problems.Add(other);
            }
        }
    }
}
