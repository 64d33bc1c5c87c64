using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;

namespace Conformance.Scenarios.Selecting;

/// <summary>The plans. Each follows from what the scenarios say of themselves, so that a new one is in its plans by itself.</summary>
public static class Plans
{
    private static readonly string[] Core = ["saml-core", "saml-profiles", "saml-bindings"];

    /// <summary>All plans.</summary>
    public static IReadOnlyList<Plan> All { get; } =
    [
        new("quick", "the first case of every obligation and attack; well under a minute", scenarioCase =>
            IsSaml(scenarioCase) && scenarioCase.Scenario.Level == Level.Must && scenarioCase.Scenario.Cases[0] == scenarioCase.Case),
        new("core", "what SAML 2.0 itself obliges a service provider to", scenarioCase =>
            IsSaml(scenarioCase) && scenarioCase.Scenario.Level == Level.Must && Cites(scenarioCase, Core)),
        new("attack", "everything that an attacker would try", scenarioCase => scenarioCase.Scenario.Tags.Contains("attack", StringComparer.Ordinal)),
        new("saml2int", "the SAML V2.0 deployment profile; its recommendations are obligations", scenarioCase => HasKey(scenarioCase, "SDP-")) { IsStrict = true },
        new("kantara-iip", "the SAML V2.0 implementation profile; its recommendations are obligations", scenarioCase => HasKey(scenarioCase, "IIP-")) { IsStrict = true },
        new("dos", "load, bounded; never played unless asked for", scenarioCase => scenarioCase.Scenario.Tags.Contains("dos", StringComparer.Ordinal)),
    ];

    /// <summary>The plan of that name, or <c>null</c>.</summary>
    public static Plan? Find(string name) => All.FirstOrDefault(plan => plan.Name == name);

    private static bool IsSaml(ScenarioCase scenarioCase) => scenarioCase.Address.StartsWith("saml/", StringComparison.Ordinal);

    private static bool Cites(ScenarioCase scenarioCase, string[] documents) => scenarioCase.Scenario.Spec.Any(key =>
        SpecReference.TryParse(key, out var reference) && documents.Contains(reference.Document, StringComparer.Ordinal));

    private static bool HasKey(ScenarioCase scenarioCase, string beginning) =>
        scenarioCase.Scenario.Spec.Any(key => key.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
