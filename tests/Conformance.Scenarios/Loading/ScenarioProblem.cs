using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Loading;

/// <summary>Something wrong in a file that a person writes, with what to do about it.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="Message">What was found, what was expected, what to do.</param>
public sealed record ScenarioProblem(Location Location, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Location}: {Message}";
}
