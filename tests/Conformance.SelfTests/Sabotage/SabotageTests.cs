using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.Stubs;
using Conformance.Player.Preflights;
using Conformance.Player.Running;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Sabotage;

/// <summary>
/// Whatever keeps the suite from seeing, and whatever shows it something false: it never says that a service provider passed.
/// </summary>
[CancelAfter(120_000)]
internal sealed class SabotageTests
{
    private const string Acs = "/saml/acs";
    private const string Probe = "/me.json";
    private static readonly string[] Refusals = ["saml/refusal", "saml/attack"];
    private static readonly Lazy<LoadedScenarios> Library = new(() => Rehearsal.Load(Repository.At("tests", "Conformance.SelfTests", "Sabotage", "scenarios")));

    private static readonly Dictionary<string, Intercept> Sabotages = new(StringComparer.Ordinal)
    {
        ["the probe says nobody"] = (request, onward) => request.RawPath == Probe ? Answer(StubResponse.Json("""{"signedIn":false}""")) : onward(),
        ["the probe says mallory"] = (request, onward) => request.RawPath == Probe ? Answer(Somebody("mallory")) : onward(),
        ["the probe says alice"] = (request, onward) => request.RawPath == Probe ? Answer(Somebody("alice")) : onward(),
        ["the probe fails"] = (request, onward) => request.RawPath == Probe ? Answer(StubResponse.Text("out of order", 500)) : onward(),
        ["the probe says nothing"] = (request, onward) => request.RawPath == Probe ? Answer(StubResponse.Html("<p>Welcome!</p>")) : onward(),
        ["the probe sends to the login"] = (request, onward) => request.RawPath == Probe ? Answer(StubResponse.Redirect("https://sp.example/login")) : onward(),
        ["the message is lost on the way"] = (request, onward) => request.RawPath == Acs ? Answer(StubResponse.Faulty(StubFault.ResetConnection)) : onward(),
        ["the message is swallowed with a smile"] = (request, onward) => request.RawPath == Acs ? Answer(StubResponse.Html("<h1>Thank you</h1>")) : onward(),
        ["the message arrives cut"] = (request, onward) => request.RawPath == Acs ? Answer(StubResponse.Html("<h1>400</h1>", 400)) : onward(),
        ["the ACS has moved"] = (request, onward) => request.RawPath == Acs ? Answer(StubResponse.Html("<h1>Not found</h1>", 404)) : onward(),
        ["the ACS sends elsewhere"] = (request, onward) => request.RawPath == Acs ? Answer(StubResponse.Redirect("https://elsewhere.example/")) : onward(),
        ["no AuthnRequest is sent"] = (request, onward) => request.RawPath == "/login" ? Answer(StubResponse.Html("<h1>Sign in</h1>")) : onward(),
        ["the AuthnRequest goes astray"] = (request, onward) => request.RawPath == "/login" ? Answer(StubResponse.Redirect("https://elsewhere.example/sso")) : onward(),
        ["the cookies are lost"] = async (_, onward) => WithoutCookies(await onward()),
        ["the service provider is down"] = (_, _) => Answer(StubResponse.Faulty(StubFault.ResetConnection)),
        ["the service provider is being repaired"] = (_, _) => Answer(StubResponse.Html("<h1>Back soon</h1>", 503)),
        ["the service provider hangs"] = (_, _) => Answer(StubResponse.Faulty(StubFault.HangUntilCancelled)),
    };

    private static IEnumerable<string> Names => Sabotages.Keys;

    [OneTimeSetUp]
    public void Read() => Assert.That(Library.Value.Problems, Is.Empty);

    [Test]
    public async Task Without_sabotage_everything_passes_through_the_same_hands()
    {
        var report = await PlayAsync(new Saboteur((_, onward) => onward(), waitsForPreflight: false), ["saml/login", .. Refusals]);

        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(report.Results.Where(result => result.Verdict != Verdict.Passed).Select(result => $"{result.Address}: {result.Actual} {result.Reason}"), Is.Empty);
        Assert.That(report.RootCause, Is.Null);
    }

    [TestCaseSource(nameof(Names))]
    public async Task Sabotaged_from_the_start_nothing_passes_and_there_is_one_cause(string sabotage)
    {
        var report = await PlayAsync(new Saboteur(Sabotages[sabotage], waitsForPreflight: false), ["saml/login", .. Refusals]);

        Assert.That(report.Results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Inconclusive));
        Assert.That(report.HadPositiveLogin, Is.False);
        Assert.That(report.Preflight.Checks.Count(check => check.Outcome == PreflightOutcome.Failed), Is.EqualTo(1));
        Assert.That(report.RootCause, Does.StartWith(report.Preflight.Failure!.Id));
        Assert.That(report.Preflight.Failure.Remedy, Is.Not.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public async Task Sabotaged_after_the_preflight_nothing_passes(string sabotage)
    {
        var saboteur = new Saboteur(Sabotages[sabotage], waitsForPreflight: true);
        var report = await PlayAsync(saboteur, Refusals);

        Assert.That(report.Preflight.Failure, Is.Null, "the sabotage began too early for this test");
        Assert.That(report.Results.Where(result => result.Verdict is Verdict.Passed or Verdict.Skipped).Select(result => result.Address), Is.Empty);
        if (sabotage is not ("the probe says mallory" or "the probe says alice"))
        {
            Assert.That(report.Results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Inconclusive));
            Assert.That(report.RootCause, Is.Not.Null);
        }
    }

    [TestCaseSource(nameof(Names))]
    public async Task Sabotaged_after_the_preflight_no_login_passes(string sabotage)
    {
        var report = await PlayAsync(new Saboteur(Sabotages[sabotage], waitsForPreflight: true), "saml/login");

        Assert.That(report.Results.Select(result => result.Verdict), Has.None.EqualTo(Verdict.Passed));
    }

    [Test]
    public async Task A_service_provider_that_breaks_off_instead_of_refusing_is_warned_of_and_nothing_more()
    {
        async ValueTask<StubResponse> BreakOffAsync(StubRequest request, Func<ValueTask<StubResponse>> onward)
        {
            var answer = await onward();
            return request.RawPath == Acs && answer.Status >= 400 ? StubResponse.Faulty(StubFault.ResetConnection) : answer;
        }

        var report = await PlayAsync(new Saboteur(BreakOffAsync, waitsForPreflight: false), ["saml/login", .. Refusals]);

        Assert.That(report.RootCause, Is.Null);
        var refusals = report.Results.Where(result => !result.Address.StartsWith("saml/login", StringComparison.Ordinal)).ToList();
        Assert.That(refusals.Select(result => result.Verdict), Is.All.AnyOf(Verdict.Warning, Verdict.Skipped).And.Some.EqualTo(Verdict.Warning));
        Assert.That(refusals.Select(result => result.Actual), Is.All.Contain("it gave no answer"));
    }

    [Test]
    public async Task A_control_that_can_never_hold_makes_its_case_anything_but_passed()
    {
        var report = await PlayAsync(new Saboteur((_, onward) => onward(), waitsForPreflight: false), "saml/broken-control");

        Assert.That(report.Results.Single().Verdict, Is.AnyOf(Verdict.Inconclusive, Verdict.Skipped, Verdict.Error));
        Assert.That(report.Results.Single().Actual, Does.Contain("does not sign in"));
    }

    [Test]
    public async Task A_tampering_that_changes_nothing_is_the_suites_own_error()
    {
        var report = await PlayAsync(new Saboteur((_, onward) => onward(), waitsForPreflight: false), "saml/impotent");

        Assert.That(report.Results.Single().Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(report.Results.Single().Actual, Does.Contain("is not the attack it claims to be").And.Contain("'set'"));
    }

    private static Task<RunReport> PlayAsync(Saboteur saboteur, params string[] addresses) => SharedRehearsal.Instance.PlayAsync(
        CasesAt(addresses),
        new Staging { Library = Library.Value, Embedded = saboteur, Timeout = TimeSpan.FromMilliseconds(1500) },
        saboteur);

    private static List<ScenarioCase> CasesAt(string[] addresses) =>
        [.. Library.Value.Cases.Where(scenarioCase => addresses.Contains(scenarioCase.Scenario.Address))];

    private static ValueTask<StubResponse> Answer(StubResponse response) => ValueTask.FromResult(response);

    private static StubResponse Somebody(string name) => StubResponse.Json(
        $$"""{"signedIn":true,"user":"{{name}}@sp.example","attributes":{"email":["{{name}}@sp.example"]},"role":"Member"}""");

    private static StubResponse WithoutCookies(StubResponse response) =>
        response with { Headers = [.. response.Headers.Where(header => !header.Is("Set-Cookie"))] };
}
