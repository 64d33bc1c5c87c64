using Conformance.Benchmarks.KillMatrix;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Scim;

/// <summary>Every obligation and every recommendation to a SCIM server has a flaw that its scenario notices, and the sound server has none.</summary>
[CancelAfter(600_000)]
internal sealed class ScimFlawTests
{
    private static IReadOnlyList<ScenarioCase> Cases =>
        [.. SharedRehearsal.Instance.Library.Cases.Where(scenarioCase => scenarioCase.Address.StartsWith("scim/", StringComparison.Ordinal)
            && !scenarioCase.Address.StartsWith("scim/cross/", StringComparison.Ordinal)
            && !scenarioCase.Scenario.Tags.Contains("dos") && scenarioCase.Scenario.AllSteps.Any(step => step is Conformance.Scenarios.Steps.Scim or ScimPages))];

    [Test]
    public async Task The_sound_server_passes_everything()
    {
        var report = await SharedRehearsal.Instance.PlayAsync(Cases, new Benchmarks.Rehearsals.Staging { Workers = 2 });

        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(
            report.Results.Where(result => result.Verdict != Verdict.Passed || result.Property is not null)
                .Select(result => $"{result.Address}: {result.Verdict}: expected {string.Join(", ", result.Expected)}; {result.Actual} {result.Reason}"),
            Is.Empty);
    }

    [Test]
    public async Task Every_scenario_is_missed_by_a_server_that_deserves_it()
    {
        var noticed = new HashSet<string>(StringComparer.Ordinal);
        var idle = new List<string>();
        foreach (var flaw in ReferenceSp.Flaws.All.Where(flaw => flaw.Name.StartsWith("scim-", StringComparison.Ordinal) && flaw.MeantFor.Any(check => check.StartsWith("SCS-", StringComparison.Ordinal))))
        {
            var kill = await new FlawTrial(SharedRehearsal.Instance).PlayAsync(flaw, [.. FlawTrial.Own(flaw, Cases)], workers: 1);
            noticed.UnionWith(kill.Addresses);
            if (kill.Addresses.Count == 0)
            {
                idle.Add($"{flaw.Name} ({kill.Preflight ?? "ready"}; {(kill.Undecided is [var first, ..] ? first : "all decided")})");
            }
        }

        // What is permitted either way has nothing to miss.
        var owed = Cases.Where(scenarioCase => scenarioCase.Scenario.Level is not (Level.May or Level.Hardening)).Select(scenarioCase => scenarioCase.Scenario.Address).Distinct();
        Assert.Multiple(() =>
        {
            Assert.That(idle, Is.Empty, "flaws that nothing notices");
            Assert.That(
                owed.Where(address => !noticed.Any(seen => seen == address || seen.StartsWith(address + "/", StringComparison.Ordinal))),
                Is.Empty,
                "scenarios that no flaw shows to check anything");
        });
    }
}
