namespace Conformance.Scenarios.Model;

/// <summary>A variable that the loader let pass has no value when the scenario is played: the target or fixture lacks it.</summary>
public sealed class UnboundVariableException(string variable, Location location)
    : Exception($"{location}: the variable \"${{{variable}}}\" has no value here. Give it one in the fixture or target file it comes from.")
{
    /// <summary>The variable, such as <c>sp.metadata</c>.</summary>
    public string Variable { get; } = variable;

    /// <summary>Where it is used.</summary>
    public Location Location { get; } = location;
}
