using Conformance.Player.Preflights;
using Conformance.Player.Reports;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;
using Conformance.Scenarios.Verdicts;

namespace Conformance.SelfTests.Reports;

/// <summary>A run in which everything occurs that a report can tell.</summary>
internal static class SampleRun
{
    public const string Password = "violet-harbour-92";

    public static FinishedRun Mixed { get; } = Of(
        [
            Result("integrations/dialpad-jumpcloud/login", Verdict.Passed) with { Driver = "browser", Actual = "signed in as alice@aerolabs.io with role Admin" },
            Result("saml/attack/wrapping/xsw3", Verdict.Failed) with
            {
                Name = "An employee wraps their own signed assertion around a forged one",
                Spec = ["saml-profiles/4.1.4.3", "CVE-2025-47949"],
                Expected = ["nothing of the forged part is in the session"],
                Actual = "signed in as alice@sp.example with role Admin",
                Control = "the untampered message signed in mallory@sp.example",
                Evidence = "artifacts/report/evidence/saml/attack/wrapping/xsw3",
            },
            Result("saml/response/destination", Verdict.Warning) with { Level = Level.Should, Actual = "signed in <script>alert('as mallory')</script> & co" },
            Result("saml/response/expired", Verdict.Inconclusive) with { Reason = "the control that was played after it failed", Actual = "nobody is signed in" },
            Result("saml/response/noise", Verdict.Error) with { Reason = "the suite cannot play the verb \u0001" },
            Result("saml/response/sha1", Verdict.Passed) with { Level = Level.May, Property = "takes SHA-1 signatures" },
            Result("saml/response/skew", Verdict.Failed) with
            {
                Actual = "signed in as mallory@sp.example",
                Known = new KnownFailure("saml/response/skew", "The clock is repaired in May", "Identity team", new DateOnly(2027, 5, 1), Here),
            },
            Result("saml/session/slo", Verdict.Skipped) with { Driver = null, Reason = "the target says that it does not offer slo" },
        ]);

    // Beside the others, so that what they tell stays short.
    public static FinishedRun Restarted { get; } = Mixed with
    {
        Restarts = 3,
        Outages = ["after saml/attack/wrapping/xsw3, alone: the process ended with exit code 139 (SIGSEGV) and said nothing", "after several messages, as with a lock-out"],
    };

    public static FinishedRun Green { get; } = Of([Result("saml/response/login", Verdict.Passed) with { Actual = "signed in as mallory@sp.example" }]);

    public static FinishedRun Stopped { get; } = NotPlayed with
    {
        RootCause = "CTL-04, a valid login signs in the right person: nobody is signed in. Read the service provider's own log.",
        Preflight = new PreflightReport(
            [new PreflightCheck("CTL-04", "a valid login signs in the right person", PreflightOutcome.Failed, "nobody is signed in.", "Read the service provider's own log.")],
            new Dictionary<string, string>()),
    };

    private static FinishedRun NotPlayed => Of(
        [
            Result("saml/response/expired", Verdict.Inconclusive) with { Driver = null, Reason = "CTL-04" },
            Result("saml/response/login", Verdict.Inconclusive) with { Driver = null, Reason = "CTL-04" },
        ]);

    private static Location Here => new("scenarios/saml/response.yaml", 12, 5);

    private static FinishedRun Of(IReadOnlyList<CaseResult> results) => new()
    {
        SuiteVersion = "1.2.3",
        Target = "A target",
        TargetFile = "fixtures/service-providers/target.yaml",
        Idp = "Plain",
        TlsWaiver = "a certificate of the test network",
        Began = new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero),
        Took = TimeSpan.FromSeconds(12.3),
        FirstVerdictAfter = TimeSpan.FromMilliseconds(812),
        Seed = 7,
        Preflight = new PreflightReport(
            [
                new PreflightCheck("CTL-01", "the service provider answers", PreflightOutcome.Passed, "https://sp.example answers with status 200."),
                new PreflightCheck("CTL-10", "signing places that it accepts", PreflightOutcome.Noted, "Accepted: assertion.", "Correct the claim."),
            ],
            new Dictionary<string, string> { ["signing places"] = "assertion" }),
        Results = results,
        Summary = new RunSummary { Results = results, HadPositiveLogin = results.Any(result => result.Verdict == Verdict.Passed) },
        BlockedHosts = ["cdn.example:443"],
        ControlsPlayed = 4,
        Played = (1, 6),
        Browser = "Chromium 156.0.8078.73",
        Spec = new SpecCatalogue(new Dictionary<string, SpecEntry>(StringComparer.Ordinal)
        {
            ["saml-profiles/4.1.4.3"] = new SpecEntry
            {
                Key = SpecReference.Parse("saml-profiles/4.1.4.3"),
                Title = "Response processing",
                Says = "The service provider MUST verify the signatures.",
                Url = "https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf",
                Repair = "Read only the element that was verified.",
            },
        }),
        Directory = Path.GetTempPath(),
        Redaction = new Redaction([Password, "session-cookie-value"]),
    };

    private static CaseResult Result(string address, Verdict verdict) => new()
    {
        Address = address,
        Name = "Somebody does something",
        Level = Level.Must,
        Verdict = verdict,
        Requirement = "The service provider MUST do what is right.",
        Spec = ["saml-profiles/4.1.4.3"],
        Driver = "http",
        Duration = TimeSpan.FromMilliseconds(25),
        Location = Here,
    };
}
