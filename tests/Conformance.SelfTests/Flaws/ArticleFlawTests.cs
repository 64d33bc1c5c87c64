using Conformance.Benchmarks.KillMatrix;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Running;
using Conformance.ReferenceSp;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Flaws;

/// <summary>
/// The scenarios of a promise are shown to notice each flaw and each mistake that breaks it. One run a flaw, over HTTP: what a flaw does
/// in the browser is the same, and takes ten times as long.
/// </summary>
[CancelAfter(300_000)]
[Parallelizable]
internal sealed class ArticleFlawTests
{
    private static IEnumerable<TestCaseData> Flaws => ArticleFlaws.ByPromise
        .SelectMany(entry => entry.Value.Select(flaw => (Flaw: flaw, Promise: entry.Key)))
        .GroupBy(pair => pair.Flaw, pair => pair.Promise)
        .Select(group => new TestCaseData(group.Key, group.ToArray()).SetArgDisplayNames(group.Key));

    private static IEnumerable<TestCaseData> Mistakes =>
        IdpMistakes.All.Select(mistake => new TestCaseData(mistake.Name, mistake.MeantFor.ToArray()).SetArgDisplayNames(mistake.Name));

    [TestCaseSource(nameof(Flaws))]
    public async Task A_flaw_is_noticed_by_every_promise_that_it_breaks(string flaw, string[] promises)
    {
        var results = await PlayAsync(promises, new Staging { Flaws = [flaw], Timeout = TimeSpan.FromSeconds(4) });

        Assert.That(Missing(promises, results, Kill.Notices), Is.Empty);
    }

    [TestCaseSource(nameof(Mistakes))]
    public async Task A_mistake_of_the_identity_provider_is_noticed_by_every_promise_that_it_breaks(string mistake, string[] promises)
    {
        var results = await PlayAsync(promises, new Staging { IdpMistakes = [mistake], Timeout = TimeSpan.FromSeconds(4) });

        // What the look-alike does wrong is no fault of the service provider, so Inconclusive is a fair word for it.
        Assert.That(Missing(promises, results, result => result.Verdict is not (Verdict.Passed or Verdict.Skipped)), Is.Empty);
    }

    // What no article promises, or one door of many: each flaw and the scenario that exists for it.
    [TestCase("leaves-password-door-open", "dialpad-jumpcloud/doors-shut/password")]
    [TestCase("leaves-token-door-open", "dialpad-jumpcloud/doors-shut/token")]
    [TestCase("leaves-basic-door-open", "dialpad-jumpcloud/doors-shut/basic")]
    [TestCase("leaves-reset-door-open", "dialpad-jumpcloud/doors-shut/reset")]
    [TestCase("leaves-sign-up-open", "dialpad-jumpcloud/doors-shut/sign-up")]
    [TestCase("leaves-link-door-open", "dialpad-jumpcloud/doors-shut/magic-link")]
    [TestCase("leaves-invitation-open", "dialpad-jumpcloud/doors-shut/invitation")]
    [TestCase("leaves-google-open", "dialpad-jumpcloud/doors-shut/google")]
    [TestCase("leaves-microsoft-open", "dialpad-jumpcloud/doors-shut/microsoft")]
    [TestCase("enforces-by-typed-domain", "dialpad-jumpcloud/doors-shut/spelt-otherwise")]
    [TestCase("honours-bypass-parameter", "dialpad-jumpcloud/doors-shut/bypass")]
    [TestCase("tells-who-is-known", "dialpad-jumpcloud/doors-shut/enumeration")]
    [TestCase("enforces-unproven-settings", "dialpad-jumpcloud/enforcement-needs-proof")]
    [TestCase("forgets-break-glass", "dialpad-jumpcloud/break-glass")]
    [TestCase("enforces-without-provider", "justcall-jumpcloud/sso-disabled")]
    [TestCase("opens-settings-to-everybody", "dialpad-jumpcloud/settings-for-administrators")]
    [TestCase("makes-accounts-for-refused", "dialpad-jumpcloud/denial-creates-nothing")]
    [TestCase("makes-accounts-uninvited", "dialpad-jumpcloud/no-account")]
    [TestCase("makes-an-account-a-login", "justcall-jumpcloud/ten-first-logins")]
    [TestCase("ignores-suspension", "justcall-jumpcloud/suspended-account")]
    [TestCase("keeps-first-profile", "justcall-jumpcloud/profile-updated")]
    [TestCase("chokes-on-long-values", "justcall-jumpcloud/long-name")]
    [TestCase("case-sensitive-email", "justcall-jumpcloud/letter-case")]
    [TestCase("takes-last-of-duplicate-attributes", "dialpad-jumpcloud/several-addresses")]
    [TestCase("sends-everybody-to-one-provider", "justcall-jumpcloud/two-identity-providers")]
    [TestCase("first-certificate-only", "aircall-jumpcloud/certificate-rollover")]
    [TestCase("trusts-removed-certificate", "justcall-jumpcloud/certificate-repaired")]
    [TestCase("scim-revoked-lives", "dialpad-jumpcloud-scim/provisioning-revoked-key")]
    [TestCase("scim-revoked-lives", "dialpad-jumpcloud-scim/key-revoked-beside-others")]
    [TestCase("scim-revoked-lives", "justcall-entra/secret-token-revoked")]
    [TestCase("scim-revokes-all", "dialpad-jumpcloud-scim/key-revoked-beside-others")]
    public async Task A_flaw_is_noticed_by(string flaw, string address)
    {
        var cases = SharedRehearsal.Instance.Cases($"integrations/{address}");
        var kill = await new FlawTrial(SharedRehearsal.Instance).PlayAsync(ReferenceSp.Flaws.Find(flaw), cases, workers: 1);

        Assert.That(kill.Preflight, Is.Null, "The service provider with the flaw has to sign honest people in.");
        Assert.That(kill.Addresses, Is.Not.Empty, string.Join("; ", kill.Undecided));
    }

    // What a page does by itself, only a browser lets it do.
    [TestCase("saves-unasked", "dialpad-jumpcloud/enforcement-not-saved")]
    public async Task A_flaw_of_a_page_is_noticed_in_the_browser_by(string flaw, string address)
    {
        var cases = SharedRehearsal.Instance.Cases($"integrations/{address}");
        var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Flaws = [flaw], Driver = DriverChoice.Auto });

        Assert.That(report.Results.Where(Kill.Notices), Is.Not.Empty, string.Join('\n', report.Results.Select(result => $"{result.Verdict} {result.Actual}")));
    }

    [Test]
    public async Task The_sound_bench_keeps_every_promise()
    {
        var cases = SharedRehearsal.Instance.Library.Cases.Where(scenarioCase => scenarioCase.Address.StartsWith("integrations/", StringComparison.Ordinal)).ToList();

        var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Workers = 2 });

        Assert.That(report.Results.Where(result => result.Verdict is not (Verdict.Passed or Verdict.Skipped)).Select(result => $"{result.Address}: {result.Verdict}: {result.Actual}"), Is.Empty);
    }

    private static async Task<IReadOnlyList<CaseResult>> PlayAsync(string[] promises, Staging staging)
    {
        var cases = promises.SelectMany(promise => FlawTrial.Promising(SharedRehearsal.Instance, promise)).DistinctBy(scenarioCase => scenarioCase.Address).ToList();
        var report = await SharedRehearsal.Instance.PlayAsync(cases, staging);
        Assert.That(report.Preflight.Failure, Is.Null, "Outside of the articles everything has to go on as usual.");
        return report.Results;
    }

    private static IEnumerable<string> Missing(string[] promises, IReadOnlyList<CaseResult> results, Func<CaseResult, bool> notices) =>
        promises.Where(promise => !results.Any(result => result.Spec.Contains($"article/{promise}") && notices(result)))
            .Select(promise => $"{promise}: {string.Join("; ", results.Where(result => result.Spec.Contains($"article/{promise}")).Select(result => $"{result.Address} {result.Verdict} {result.Actual}"))}");
}
