using Conformance.Scenarios.Steps;

namespace Conformance.Scenarios.Model;

/// <summary>One scenario file: one requirement, played once for every case.</summary>
public sealed record Scenario
{
    /// <summary>The path below <c>scenarios/</c> without <c>.yaml</c>, such as <c>saml/attack/unsigned-response</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The integration it belongs to, which is the folder under <c>integrations/</c>; <c>null</c>: it runs on every target.</summary>
    public string? Integration => Address.Split('/') is ["integrations", var name, _, ..] ? name : null;

    /// <summary>Where the file begins.</summary>
    public required Location Location { get; init; }

    /// <summary>What the person, client or attacker does; begins with who, no full stop.</summary>
    public required string Name { get; init; }

    /// <summary>What the service provider has to do: one sentence.</summary>
    public required string Requirement { get; init; }

    /// <summary>How much a miss counts.</summary>
    public required Level Level { get; init; }

    /// <summary>Keys into <c>fixtures/spec/</c>: where the requirement is written.</summary>
    public required IReadOnlyList<string> Spec { get; init; }

    /// <summary>Words to select scenarios by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The cases; a file without <c>cases</c> has one, whose name is empty.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>The address (and case) of the scenario that must succeed before a refusal here counts; <c>null</c> when the
    /// scenario tampers and its control is itself untampered.</summary>
    public Text? Control { get; init; }

    /// <summary>Role → fixture name, such as <c>person → alice</c>.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>What the target has to claim, or discovery to have shown, for the scenario to apply, such as
    /// <c>encryption</c>; may hold <c>${case.…}</c>. The first that is missing is the reason it is Skipped.</summary>
    public IReadOnlyList<Text> Needs { get; init; } = [];

    /// <summary>What happens, in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>All steps, also those inside other steps.</summary>
    public IEnumerable<Step> AllSteps => Steps.SelectMany(step => step.WithInner());
}
