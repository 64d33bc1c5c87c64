namespace Conformance.Scenarios.Model;

/// <summary>What is played and judged: one case of one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Case">One of its cases.</param>
public sealed record ScenarioCase(Scenario Scenario, Case Case)
{
    private const string CaseRoot = "case.";

    /// <summary>The address with the case, such as <c>saml/response/audience/other</c>.</summary>
    public string Address => Case.Name.Length == 0 ? Scenario.Address : $"{Scenario.Address}/{Case.Name}";

    /// <summary>The address of the control of this case; <c>null</c> when the scenario names none.</summary>
    public string? Control => Scenario.Control is { } control ? Bind(control, _ => null) : null;

    /// <summary>A text of the scenario with every variable replaced: <c>${case.…}</c> by the case, in whose values further
    /// variables may stand, all others as told.</summary>
    /// <param name="text">The text.</param>
    /// <param name="valueOf">Gives the value of a variable other than <c>case.…</c>; <c>null</c> when there is none.</param>
    /// <exception cref="UnboundVariableException">A variable has no value.</exception>
    public string Bind(Text text, Func<string, string?> valueOf) =>
        text.Bind(name => !name.StartsWith(CaseRoot, StringComparison.Ordinal)
            ? valueOf(name)
            : Case.Values.TryGetValue(name[CaseRoot.Length..], out var value)
                ? new Text(value, Case.Location).Bind(valueOf)
                : null);
}
