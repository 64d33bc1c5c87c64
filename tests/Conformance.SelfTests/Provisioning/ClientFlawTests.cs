using Conformance.Benchmarks.KillMatrix;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.Provisioning;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Provisioning;

/// <summary>Checks of provisioning clients are shown to fail on a client that deserves it, and to pass on the sound ones.</summary>
[CancelAfter(300_000)]
[Parallelizable]
internal sealed class ClientFlawTests
{
    private static readonly Lazy<IReadOnlyList<ScenarioCase>> Catalogue =
        new(() => [.. SharedRehearsal.Instance.Library.Cases.Where(scenarioCase => scenarioCase.Address.StartsWith("scim/client/", StringComparison.Ordinal))]);

    [TestCase("client-sends-plain-text", "entra", "headers")]
    [TestCase("client-token-in-address", "entra", "headers")]
    [TestCase("client-token-in-address", "entra", "token-not-in-address")]
    [TestCase("client-no-lookup", "entra", "looks-up-first")]
    [TestCase("client-raw-filter", "entra", "filter-encoding")]
    [TestCase("client-raw-quotes", "entra", "filter-encoding")]
    [TestCase("client-sends-id", "entra", "create-without-id")]
    [TestCase("client-no-schemas", "entra", "create")]
    [TestCase("client-text-booleans", "entra", "create-types")]
    [TestCase("client-text-booleans", "entra", "active-is-a-boolean")]
    [TestCase("client-keeps-own-id", "entra", "keeps-the-servers-id")]
    [TestCase("client-insists-on-creation", "entra", "conflict")]
    [TestCase("client-forgets-lost-users", "entra", "lost-at-the-server")]
    [TestCase("client-capital-operations", "entra", "patch-operations")]
    [TestCase("client-no-patch-schema", "entra", "patch-message")]
    [TestCase("client-hides-unsupported", "entra", "no-patch")]
    [TestCase("client-blind-put", "jumpcloud-put", "put-keeps-the-rest")]
    [TestCase("client-never-deactivates", "entra", "deactivates")]
    [TestCase("client-never-deactivates", "entra", "switched-off-before")]
    [TestCase("client-never-reactivates", "entra", "reactivates")]
    [TestCase("client-never-deletes", "entra", "deletes")]
    [TestCase("client-ignores-unassignment", "entra", "unassigned")]
    [TestCase("client-ignores-unassignment", "entra", "not-assigned")]
    [TestCase("client-removes-all-members", "entra", "group-remove-member")]
    [TestCase("client-sends-whole-groups", "entra", "group-small-steps")]
    [TestCase("client-renames-as-new-group", "entra", "group-renamed")]
    [TestCase("client-never-deletes", "entra", "group-deleted")]
    [TestCase("client-first-page-only", "jumpcloud-importing", "pages")]
    [TestCase("client-insists-on-200", "entra", "allowed-answers")]
    [TestCase("client-insists-on-body", "entra", "allowed-answers")]
    [TestCase("client-insists-on-scim-json", "entra", "allowed-answers")]
    [TestCase("client-trips-on-unknown", "entra", "allowed-answers")]
    [TestCase("client-case-of-names", "entra", "allowed-answers")]
    [TestCase("client-ignores-retry-after", "entra", "throttled")]
    [TestCase("client-hammers", "entra", "bounded-attempts")]
    [TestCase("client-silence-is-success", "entra", "answer-lost")]
    [TestCase("client-repeats-blindly", "entra", "answer-lost")]
    [TestCase("client-storms-unauthorized", "entra", "token-expired")]
    [TestCase("client-forgets-failures", "entra", "token-renewed")]
    [TestCase("client-follows-redirects", "entra", "redirect")]
    [TestCase("client-trusts-any-certificate", "entra", "certificate")]
    [TestCase("client-ignores-versions", "entra", "versions")]
    [TestCase("client-hides-errors", "entra", "errors-shown")]
    [TestCase("client-groups-first", "entra", "members-exist")]
    [TestCase("client-reports-first", "entra", "manager-exists")]
    [TestCase("client-sends-passwords", "entra", "no-password")]
    [TestCase("client-ascii-only", "entra", "values")]
    [TestCase("client-never-clears", "jumpcloud", "cleared-value")]
    [TestCase("client-two-primaries", "entra", "one-primary")]
    [TestCase("client-never-updates", "entra", "changed-value")]
    [TestCase("client-forgets-failures", "entra", "convergence")]
    [TestCase("client-sends-everything", "entra", "only-changes")]
    [TestCase("client-floods", "entra", "rate")]
    [TestCase("client-renames-as-new", "entra", "renamed")]
    [TestCase("client-ignores-drift", "entra", "drift")]
    [TestCase("client-deletes-strangers", "entra", "strangers")]
    [TestCase("client-needs-discovery", "entra", "discovery")]
    [TestCase("client-small-groups-only", "entra", "group-of-a-thousand")]
    [TestCase("client-insists-on-delete", "entra", "no-delete")]
    [TestCase("client-forgets-members", "entra", "group")]
    public async Task Is_noticed_by(string flaw, string client, string scenario)
    {
        Assert.That(ClientFlaws.Knows(flaw), $"There is no flaw {flaw}.");
        var cases = Catalogue.Value.Where(scenarioCase => scenarioCase.Scenario.Address == $"scim/client/{scenario}").ToList();
        Assert.That(cases, Is.Not.Empty, $"There is no scenario {scenario}.");

        var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Target = Client(client), Flaws = [flaw] });

        Assert.That(report.Preflight.Failure, Is.Null, "The client with the flaw has to be able to provision somebody.");
        Assert.That(report.Results.Where(Kill.Notices).Select(result => result.Address), Is.Not.Empty, string.Join('\n', report.Results.Select(result => $"{result.Address}: {result.Verdict} {result.Reason}")));
    }

    [TestCase("entra")]
    [TestCase("jumpcloud")]
    [TestCase("jumpcloud-put")]
    [TestCase("jumpcloud-importing")]
    public async Task The_sound_client_trips_nothing(string client)
    {
        var report = await SharedRehearsal.Instance.PlayAsync(Catalogue.Value, new Staging { Target = Client(client) });

        var wrong = report.Results.Where(result => result.Verdict is not (Verdict.Passed or Verdict.Skipped) || result.Property is not null);
        Assert.That(wrong.Select(result => $"{result.Address}: {result.Verdict}: {result.Reason ?? result.Actual}"), Is.Empty);
    }

    [Test]
    public async Task What_is_not_as_the_RFC_has_it_is_said_and_explained()
    {
        var target = Client("entra-2017");

        var report = await SharedRehearsal.Instance.PlayAsync(Catalogue.Value, new Staging { Target = target });

        var noticed = report.Results.Where(result => result.Verdict is not (Verdict.Passed or Verdict.Skipped)).Select(result => result.Address);
        Assert.That(noticed, Is.EquivalentTo(target.Explained.Keys));
    }

    [Test]
    public void Every_flaw_is_in_the_table()
    {
        var table = typeof(ClientFlawTests).GetMethod(nameof(Is_noticed_by))!.GetCustomAttributes(typeof(TestCaseAttribute), inherit: false)
            .Cast<TestCaseAttribute>().Select(row => (string)row.Arguments[0]!);

        Assert.That(ClientFlaws.All.Select(flaw => flaw.Name).Except(table), Is.Empty);
    }

    [Test]
    public void Every_scenario_of_clients_has_a_flaw_that_it_notices()
    {
        var table = typeof(ClientFlawTests).GetMethod(nameof(Is_noticed_by))!.GetCustomAttributes(typeof(TestCaseAttribute), inherit: false)
            .Cast<TestCaseAttribute>().Select(row => $"scim/client/{row.Arguments[2]}");

        Assert.That(Catalogue.Value.Select(scenarioCase => scenarioCase.Scenario.Address).Distinct(StringComparer.Ordinal).Except(table), Is.Empty);
    }

    private static Player.Targets.TargetFile Client(string name) => Rehearsal.ReadTarget(Repository.At("fixtures", "provisioning-clients", name + ".yaml"));
}
