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
    // Played where nobody gets an account by signing in.
    private const string WithoutAccounts = "deleted-login-without-accounts";

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
    [TestCase("scim-brings-back", WithoutAccounts)]
    [TestCase("scim-stays-deactivated", "reactivated-login")]
    [TestCase("scim-forgets-rename", "renamed-login")]
    [TestCase("scim-takes-duplicates", "first-login-before-provisioning")]
    [TestCase("scim-account-apart", "first-login-meanwhile")]
    [TestCase("scim-user-name-global", "other-tenant")]
    [TestCase("scim-crosses-tenants", "other-tenant")]
    public async Task Is_noticed_by(string flaw, string scenario)
    {
        var report = await SharedRehearsal.Instance.PlayAsync(Of(scenario), StagingOf(scenario) with { Flaws = [ReferenceSp.Flaws.Find(flaw).Name], Discovers = false });

        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(report.Results.Where(Kill.Notices), Is.Not.Empty, string.Join('\n', report.Results.Select(Told)));
    }

    [Test]
    public void Every_scenario_has_a_flaw_above()
    {
        var shown = typeof(CrossFlawTests).GetMethod(nameof(Is_noticed_by))!.GetCustomAttributes(typeof(TestCaseAttribute), inherit: false)
            .Cast<TestCaseAttribute>().Select(test => $"scim/cross/{test.Arguments[1]}");

        Assert.That(shown.Distinct(), Is.EquivalentTo(Cases.Select(scenarioCase => scenarioCase.Scenario.Address).Distinct()));
    }

    [Test]
    public async Task The_sound_service_provider_trips_nothing()
    {
        var report = await SharedRehearsal.Instance.PlayAsync(Cases, new Staging());

        var wrong = report.Results.Where(result => result.Verdict is not (Verdict.Passed or Verdict.Skipped) || result.Property is not null);
        Assert.That(wrong.Select(Told), Is.Empty);
    }

    [Test]
    public async Task The_sound_service_provider_that_makes_no_accounts_passes_too()
    {
        var report = await SharedRehearsal.Instance.PlayAsync(Of(WithoutAccounts), StagingOf(WithoutAccounts));

        Assert.That(report.Results.Where(result => result.Verdict != Verdict.Passed).Select(Told), Is.Empty);
    }

    private static IReadOnlyList<ScenarioCase> Of(string scenario) => [.. Cases.Where(scenarioCase => scenarioCase.Scenario.Address == $"scim/cross/{scenario}")];

    private static Staging StagingOf(string scenario)
    {
        var reference = SharedRehearsal.Instance.Reference;
        return scenario != WithoutAccounts ? new Staging() : new Staging
        {
            Target = reference with
            {
                Claims = reference.Claims with { Others = new Dictionary<string, string>(reference.Claims.Others, StringComparer.Ordinal) { ["jit"] = "false" } },
            },
        };
    }

    private static string Told(CaseResult result) => $"{result.Address}: {result.Verdict}: {result.Reason ?? result.Actual}";
}
