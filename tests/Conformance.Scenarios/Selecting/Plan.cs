using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Selecting;

/// <summary>A choice of scenarios that has a name, such as <c>quick</c>.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Says">What it is for.</param>
/// <param name="Includes">Whether a case belongs to it.</param>
public sealed record Plan(string Name, string Says, Func<ScenarioCase, bool> Includes)
{
    /// <summary>Whether the profile behind the plan makes an obligation of what is a recommendation elsewhere.</summary>
    public bool IsStrict { get; init; }
}
