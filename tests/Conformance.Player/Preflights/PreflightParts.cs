using Conformance.Player.Running;
using Conformance.Player.Targets;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Preflights;

/// <summary>What has to be looked at before the scenarios: only what they will use.</summary>
/// <param name="SignOn">The sign-in.</param>
/// <param name="Scim">The SCIM endpoint.</param>
internal sealed record PreflightParts(bool SignOn, bool Scim)
{
    /// <summary>Everything that the target file describes.</summary>
    public static PreflightParts Of(TargetFile file) => new(file.HasSignOn, file.Scim is not null);

    /// <summary>What these cases use of it.</summary>
    public static PreflightParts Of(TargetFile file, IReadOnlyList<ScenarioCase> cases) => new(
        file.HasSignOn && cases.Any(scenarioCase => CaseNeeds.NeedsSignOn(scenarioCase.Scenario)),
        file.Scim is not null && cases.Any(scenarioCase => CaseNeeds.HasScim(scenarioCase.Scenario)));
}
