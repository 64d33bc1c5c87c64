using Conformance.Benchmarks.KillMatrix;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Player.Running;
using Conformance.Player.Targets;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Flaws;

/// <summary>The same as <see cref="FlawTests"/> for requests, sessions, redirects, metadata and logout.</summary>
[CancelAfter(300_000)]
internal sealed class FrontFlawTests
{
    private static readonly Lazy<IReadOnlyList<ScenarioCase>> Catalogue = new(() => FlawTrial.Catalogue(SharedRehearsal.Instance));

    [TestCase("leaves-people-at-the-door", "saml/request/protected-page")]
    [TestCase("drops-query-of-sso-url", "saml/request/query-kept")]
    [TestCase("breaks-base64-lines", "saml/request/redirect-encoding")]
    [TestCase("adds-unknown-attribute", "saml/request/schema")]
    [TestCase("mixes-up-elements", "saml/request/schema")]
    [TestCase("digit-leading-id", "saml/request/id")]
    [TestCase("repeats-request-id", "saml/request/id")]
    [TestCase("counted-request-id", "saml/request/id-strength")]
    [TestCase("writes-local-time", "saml/request/issue-instant")]
    [TestCase("sends-stale-request", "saml/request/issue-instant-now")]
    [TestCase("gives-issuer-a-format", "saml/request/issuer")]
    [TestCase("leaves-destination-out", "saml/request/destination")]
    [TestCase("names-acs-by-index", "saml/request/acs")]
    [TestCase("names-acs-twice", "saml/request/acs-once")]
    [TestCase("demands-persistent-name", "saml/request/name-id-policy")]
    [TestCase("forbids-new-names", "saml/request/allow-create")]
    [TestCase("demands-password", "saml/request/authn-context")]
    [TestCase("demands-minimum-context", "saml/request/authn-context-comparison")]
    [TestCase("confirms-subject-in-request", "saml/request/subject")]
    [TestCase("asks-passively", "saml/request/passive")]
    [TestCase("tells-page-in-relay-state", "saml/request/relay-state-opaque")]
    [TestCase("sends-long-relay-state", "saml/request/relay-state-length")]
    [TestCase("remembers-one-login", "saml/request/two-tabs")]
    [TestCase("returns-anywhere", "saml/request/login-address")]
    [TestCase("lets-requests-be-kept", "saml/request/no-caching")]
    [TestCase("believes-forwarded-host", "saml/request/host-header")]
    [TestCase("shows-cookie-to-scripts", "saml/session/cookie-http-only")]
    [TestCase("says-nothing-of-same-site", "saml/session/cookie-same-site")]
    [TestCase("sends-cookie-in-the-clear", "saml/session/cookie-secure")]
    [TestCase("unmarked-login-cookie", "saml/session/cross-site-post")]
    [TestCase("keeps-session-id-of-login", "saml/session/fixation")]
    [TestCase("keeps-session-id", "saml/session/fixation-invented")]
    [TestCase("stays-past-session-end", "saml/session/end")]
    [TestCase("forgets-page-asked-for", "saml/session/deep-link")]
    [TestCase("begins-anew-after-refusal", "saml/session/refused-ends")]
    [TestCase("begins-anew-after-sign-out", "saml/session/signed-out-stays")]
    [TestCase("signs-out-on-refusal", "saml/session/repeated-post")]
    [TestCase("mixes-sessions", "saml/session/next-person")]
    [TestCase("says-nothing-of-refusals", "saml/session/error-page")]
    [TestCase("lets-itself-be-framed", "saml/session/protected-pages")]
    [TestCase("puts-answer-into-address", "saml/session/address-bar")]
    [TestCase("redirects-anywhere", "saml/session/open-redirect")]
    [TestCase("redirects-to-double-slash", "saml/session/open-redirect")]
    [TestCase("follows-relay-state-of-refusal", "saml/session/open-redirect-on-error")]
    [TestCase("splits-headers", "saml/session/planted-header")]
    [TestCase("reflects-error-text", "saml/session/planted-markup")]
    [TestCase("shows-names-as-they-are", "saml/session/planted-attribute")]
    [TestCase("shows-relay-state", "saml/session/planted-relay-state")]
    [TestCase("signs-out-in-browser-only", "saml/session/sign-out-everywhere")]
    [TestCase("keeps-requests-in-one-process", "saml/response/accepts-after-restart")]
    [TestCase("case-sensitive-email", "saml/session/name-in-other-case")]
    [TestCase("zero-skew", "saml/response/accepts-small-skew")]
    [TestCase("names-somebody-else", "saml/logout/request")]
    [TestCase("forgets-name-format", "saml/logout/request")]
    [TestCase("forgets-session-index", "saml/logout/request")]
    [TestCase("does-not-sign-logout", "saml/logout/request-signature")]
    [TestCase("does-not-sign-logout", "saml/logout/response")]
    [TestCase("waits-for-answer", "saml/logout/local-first")]
    [TestCase("wants-success", "saml/logout/answers")]
    [TestCase("signs-out-of-idleness", "saml/logout/expired-session")]
    [TestCase("ignores-logout-requests", "saml/logout/idp-initiated")]
    [TestCase("ends-everybodys-session", "saml/logout/idp-initiated")]
    [TestCase("ends-everybodys-session", "saml/logout/one-of-two-sessions")]
    [TestCase("ends-one-session-of-all", "saml/logout/all-sessions")]
    [TestCase("answers-another-request", "saml/logout/response")]
    [TestCase("refuses-unknown-session", "saml/logout/unknown-session")]
    [TestCase("drops-relay-state-of-logout", "saml/logout/relay-state")]
    [TestCase("cannot-open-encrypted-name", "saml/logout/encrypted-name")]
    [TestCase("ends-on-unsigned-request", "saml/logout/forged-request")]
    [TestCase("ends-on-any-signature", "saml/logout/forged-request")]
    [TestCase("ends-on-any-signature", "saml/logout/changed-request")]
    [TestCase("ignores-issuer-of-logout", "saml/logout/misdirected-request")]
    [TestCase("ignores-destination-of-logout", "saml/logout/misdirected-request")]
    [TestCase("ignores-time-of-logout", "saml/logout/expired-request")]
    [TestCase("ignores-time-of-logout", "saml/logout/repeated-request")]
    [TestCase("speaks-saml-1", "saml/metadata/role")]
    [TestCase("repeats-acs-index", "saml/metadata/services")]
    [TestCase("offers-artifact-only", "saml/metadata/post-binding")]
    [TestCase("offers-redirect", "saml/metadata/no-redirect")]
    [TestCase("lists-plain-address", "saml/metadata/locations")]
    [TestCase("hides-signing-key", "saml/metadata/signing-key")]
    [TestCase("hides-encryption-key", "saml/metadata/encryption-key")]
    [TestCase("shows-short-key", "saml/metadata/strong-keys")]
    [TestCase("claims-signed-requests", "saml/metadata/flags")]
    [TestCase("claims-signed-assertions", "saml/metadata/flags")]
    [TestCase("lists-format-it-refuses", "saml/metadata/name-id-formats")]
    [TestCase("serves-stale-metadata", "saml/metadata/validity")]
    [TestCase("refers-elsewhere", "saml/metadata/signature")]
    [TestCase("names-no-contact", "saml/metadata/contact")]
    [TestCase("asks-twice", "saml/metadata/requested-attributes")]
    [TestCase("serves-metadata-as-text", "saml/metadata/media-type")]
    [TestCase("changes-metadata", "saml/metadata/stable")]
    [TestCase("shows-private-key", "saml/metadata/no-private-key")]
    [TestCase("drifts-from-metadata", "saml/metadata/acs-of-request")]
    public Task Is_noticed_by(string flaw, string address) => NoticesAsync(flaw, address, new Staging());

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
        string[] folders = ["saml/request/", "saml/session/", "saml/metadata/", "saml/logout/"];
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
