namespace Conformance.Scenarios.Model;

/// <summary>What is played and judged: one case of one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Case">One of its cases.</param>
public sealed record ScenarioCase(Scenario Scenario, Case Case)
{
    /// <summary>The address with the case, such as <c>saml/response/audience/other</c>.</summary>
    public string Address => Case.Name.Length == 0 ? Scenario.Address : $"{Scenario.Address}/{Case.Name}";
}
