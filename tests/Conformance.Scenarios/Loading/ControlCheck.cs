using Conformance.Scenarios.Model;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Holds every <c>control</c> against the scenarios there are.</summary>
internal sealed class ControlCheck(IReadOnlyDictionary<string, Scenario> scenarios, IReadOnlyCollection<string> broken)
{
    private readonly IReadOnlyDictionary<string, ScenarioCase> _cases = scenarios.Values
        .SelectMany(scenario => scenario.Cases.Select(@case => new ScenarioCase(scenario, @case)))
        .ToDictionary(@case => @case.Address, StringComparer.Ordinal);

    public IReadOnlyList<ScenarioProblem> Check(Scenario scenario)
    {
        if (scenario.Control is not { } control)
        {
            return [];
        }

        if (control.Variables.Any(name => !name.StartsWith("case.", StringComparison.Ordinal)))
        {
            return [new ScenarioProblem(control.Location, $"\"control\" is \"{control}\". Only \"${{case.…}}\" may stand in it: a control is chosen before anything is played.")];
        }

        return [.. scenario.Cases
            .Select(@case => new ScenarioCase(scenario, @case).Control!)
            .Distinct(StringComparer.Ordinal)
            .Select(address => Problem(scenario, address))
            .OfType<string>()
            .Select(message => new ScenarioProblem(control.Location, message))];
    }

    private string? Problem(Scenario scenario, string address)
    {
        // What is wrong with a broken file is said where it is; here it would only be said twice.
        if (broken.Any(other => IsOrIsIn(address, other)))
        {
            return null;
        }

        if (scenario.Address == address || IsOrIsIn(address, scenario.Address))
        {
            return $"The control \"{address}\" is this scenario itself. Name one that differs in the fault alone and signs in.";
        }

        if (!_cases.TryGetValue(address, out var control))
        {
            return scenarios.TryGetValue(address, out var several)
                ? $"The control \"{address}\" has several cases. Name one: {string.Join(", ", several.Cases.Take(8).Select(@case => $"{address}/{@case.Name}"))}."
                : $"There is no scenario \"{address}\" to be the control. {NearestWord.Hint(address, _cases.Keys.Order(StringComparer.Ordinal))}";
        }

        return Expectations.SignsIn(control.Scenario)
            ? null
            : $"The control \"{address}\" expects nobody to be signed in, so it shows nothing. Name one with \"session: {{ signed-in: ROLE }}\".";
    }

    private static bool IsOrIsIn(string address, string scenario) =>
        address == scenario || address.StartsWith(scenario + "/", StringComparison.Ordinal);
}
