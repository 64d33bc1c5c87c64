using Conformance.Benchmarks.KillMatrix;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Provisioning;

/// <summary>What SCIM does shows at sign-in: on a service provider that deserves it the checks fail, on the sound one they pass.</summary>
[CancelAfter(300_000)]
internal sealed class CrossFlawTests
{
    private static IReadOnlyList<ScenarioCase> Cases =>
        [.. SharedRehearsal.Instance.Library.Cases.Where(scenarioCase => scenarioCase.Address.StartsWith("scim/cross/", StringComparison.Ordinal))];

    [TestCase("deactivated-sign-in", "deactivated-login")]
    [TestCase("deactivated-sign-in", "deactivated-after-login")]
    [TestCase("scim-session-outlives-account", "session-after-deactivation")]
    [TestCase("scim-session-outlives-account", "session-after-deletion")]
    [TestCase("scim-login-overwrites-profile", "managed-attribute")]
    [TestCase("scim-account-apart", "same-account")]
    [TestCase("case-sensitive-email", "same-account-other-case")]
    [TestCase("scim-brings-back", "deleted-login")]
    [TestCase("scim-stays-deactivated", "reactivated-login")]
    [TestCase("scim-forgets-rename", "renamed-login")]
    [TestCase("scim-takes-duplicates", "first-login-before-provisioning")]
    [TestCase("scim-account-apart", "first-login-meanwhile")]
    [TestCase("scim-user-name-global", "other-tenant")]
    [TestCase("scim-crosses-tenants", "other-tenant")]
    public async Task Is_noticed_by(string flaw, string scenario)
    {
        var kill = await new FlawTrial(SharedRehearsal.Instance).PlayAsync(
            ReferenceSp.Flaws.Find(flaw), [.. Cases.Where(scenarioCase => scenarioCase.Scenario.Address == $"scim/cross/{scenario}")], workers: 1);

        Assert.That(kill.Preflight, Is.Null);
        Assert.That(kill.Addresses, Is.Not.Empty, string.Join('\n', kill.Undecided));
    }

    [Test]
    public async Task The_sound_service_provider_trips_nothing()
    {
        var report = await SharedRehearsal.Instance.PlayAsync(Cases, new Staging());

        var wrong = report.Results.Where(result => result.Verdict is not (Verdict.Passed or Verdict.Skipped) || result.Property is not null);
        Assert.That(wrong.Select(result => $"{result.Address}: {result.Verdict}: {result.Reason ?? result.Actual}"), Is.Empty);
    }
}
