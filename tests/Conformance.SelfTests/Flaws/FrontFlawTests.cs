using Conformance.Benchmarks.KillMatrix;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Player.Running;
using Conformance.Player.Targets;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Flaws;

/// <summary>What <see cref="FlawTests"/> cannot show of requests, sessions, metadata and logout: flaws that need a target with other claims, or a browser.</summary>
[CancelAfter(300_000)]
[Parallelizable]
internal sealed class FrontFlawTests
{
    private static readonly Lazy<IReadOnlyList<ScenarioCase>> Catalogue = new(() => FlawTrial.Catalogue(SharedRehearsal.Instance));

    [TestCase("signs-before-encoding", "saml/request/redirect-signature", false)]
    [TestCase("signs-unknown-key", "saml/request/redirect-signature", false)]
    [TestCase("leaves-destination-out", "saml/request/destination-signed", false)]
    [TestCase("signs-with-sha1", "saml/request/signature-algorithm", false)]
    [TestCase("signs-unknown-key", "saml/request/post-signature", true)]
    [TestCase("signs-with-inclusive-form", "saml/request/post-signature-form", true)]
    [TestCase("adds-query-to-post", "saml/request/post-form", true)]
    public Task A_signing_one_is_noticed_by(string flaw, string address, bool posts) =>
        NoticesAsync(flaw, address, new Staging { Target = Claiming(("signed-requests", "true"), ("requests-by-post", posts ? "true" : "false")) });

    [TestCase("redirects-anywhere", "saml/session/open-redirect-unsolicited")]
    [TestCase("forgets-used-assertions", "saml/response/replay-unsolicited")]
    public Task One_that_takes_unsolicited_answers_is_noticed_by(string flaw, string address) =>
        NoticesAsync(flaw, address, new Staging { Target = Claiming(("idp-initiated", "true")) });

    [TestCase("demands-encrypted-name", "saml/request/encrypted-name")]
    public Task One_without_encryption_is_noticed_by(string flaw, string address) =>
        NoticesAsync(flaw, address, new Staging { Target = Claiming(("encryption", "false")) });

    [TestCase("shows-idp-in-frame", "saml/request/top-level")]
    [TestCase("lax-cookie", "saml/session/cross-site-login")]
    public async Task A_browser_notices(string flaw, string address)
    {
        // No one signs in at a service provider with such a flaw, in a browser either: what counts is that the sound one passes and this one does not.
        var report = await SharedRehearsal.Instance.PlayAsync(Cases(address), new Staging { Flaws = [flaw], Driver = DriverChoice.Browser });

        Assert.That(report.Results.Where(result => result.Verdict == Verdict.Passed && result.Property is null), Is.Empty);
    }

    [TestCase("", "")]
    [TestCase("signed-requests", "")]
    [TestCase("signed-requests", "requests-by-post")]
    [TestCase("idp-initiated", "")]
    public async Task The_sound_one_trips_nothing(string claim, string other)
    {
        (string, string)[] claims = [.. new[] { claim, other }.Where(word => word.Length > 0).Select(word => (word, "true"))];
        string[] folders = ["saml/request/", "saml/session/", "saml/metadata/", "saml/logout/", "saml/response/replay"];
        var cases = Catalogue.Value.Where(scenarioCase => folders.Any(folder => scenarioCase.Address.StartsWith(folder, StringComparison.Ordinal))).ToList();

        var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Target = Claiming(claims), Workers = 2 });

        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(
            report.Results.Where(result => result.Verdict is not (Verdict.Passed or Verdict.Skipped)).Select(result => $"{result.Verdict} {result.Address}: {result.Actual ?? result.Reason}"),
            Is.Empty);
    }

    private static List<ScenarioCase> Cases(string address)
    {
        var cases = Catalogue.Value.Where(scenarioCase => scenarioCase.Scenario.Address == address).ToList();
        Assert.That(cases, Is.Not.Empty, $"There is no scenario {address}.");
        return cases;
    }

    private static async Task NoticesAsync(string flaw, string address, Staging staging)
    {
        var report = await SharedRehearsal.Instance.PlayAsync(Cases(address), staging with { Flaws = [ReferenceSp.Flaws.Find(flaw).Name] });

        Assert.That(report.Preflight.Failure, Is.Null, "The service provider with the flaw has to sign honest people in.");
        Assert.That(report.Results.Where(Kill.Notices), Is.Not.Empty, string.Join('\n', report.Results.Select(result => $"{result.Verdict} {result.Address}: {result.Actual ?? result.Reason}")));
    }

    private static TargetFile Claiming(params (string Claim, string Value)[] claims)
    {
        var reference = SharedRehearsal.Instance.Reference;
        var others = new Dictionary<string, string>(reference.Claims.Others, StringComparer.Ordinal);
        foreach (var (claim, value) in claims)
        {
            others[claim] = value;
        }

        return reference with { Claims = reference.Claims with { Others = others } };
    }
}
