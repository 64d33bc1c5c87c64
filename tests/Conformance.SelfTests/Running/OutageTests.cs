using Conformance.Benchmarks.Rehearsals;
using Conformance.Player.Running;
using Conformance.Player.Targets;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Running;

/// <summary>A message after which nobody can sign in any more costs its own case, and is named; several of which none does it alone are not.</summary>
/// <remarks>They wait more than they work: for a service provider that may come back by itself.</remarks>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Children)]
internal sealed class OutageTests
{
    private static readonly string[] Addresses =
    [
        "saml/response/version-other", "saml/response/accepts-consent", "saml/response/status-missing", "saml/response/issuer-other-everywhere",
        "saml/response/audience-other", "saml/response/accepts-layout", "saml/logout/misdirected-request", "saml/logout/idp-initiated",
    ];

    private static readonly Lazy<Task<RunReport>> Sound = new(() => PlayAsync(new Staging()));

    [TestCase("dies-of-newer-version", "saml/response/version-other/*-response-3-0")]
    [TestCase("busy-for-ever-with-consent", "saml/response/accepts-consent/*")]
    [TestCase("forgets-whom-to-ask-after-foreign-issuer", "saml/response/issuer-other-everywhere/*", "saml/logout/misdirected-request/issuer")]
    public async Task The_message_that_does_it_is_named_and_the_others_have_their_verdicts(string flaw, params string[] named)
    {
        var report = await PlayAsync(new Staging { Flaws = [flaw], Timeout = TimeSpan.FromSeconds(1.5) });

        Assert.That(report.RootCause, Is.Null);
        Assert.That(Named(report), Is.EqualTo(await MatchingAsync(named)));
        Assert.That(Others(report, named), Is.EqualTo(Others(await Sound.Value, named)));
        Assert.That(report.Restarts, Is.GreaterThan(0));
        Assert.That(report.Outages, Has.Count.EqualTo(Named(report).Count));
        var finding = report.Results.First(result => result.Verdict == Verdict.Failed);
        Assert.That(finding.Actual, Does.Contain("nobody can sign in any more").And.Contain("which signed in before"));
        Assert.That(finding.Expected, Has.One.Contains("goes on serving everybody"));
        Assert.That(finding.Evidence, Is.Not.Null);
    }

    [Test]
    public async Task A_message_that_is_never_answered_is_named_when_it_takes_all_the_workers()
    {
        // Two of the three cost a worker each and are warned of; the third takes the last, and alone it takes them all when it is sent often enough.
        var report = await SharedRehearsal.Instance.PlayAsync(
            SharedRehearsal.Instance.Cases("saml/response/version-other"), new Staging { Flaws = ["loses-a-worker-to-older-version"], Timeout = TimeSpan.FromSeconds(1.5) });

        Assert.That(report.RootCause, Is.Null);
        Assert.That(Named(report), Has.Count.EqualTo(1));
        Assert.That(Named(report)[0], Does.EndWith("-response-1-1"));
        Assert.That(report.Results.Single(result => result.Verdict == Verdict.Failed).Actual, Does.Contain("sent 3 times and never answered"));
        Assert.That(report.Results.Where(result => result.Verdict is not (Verdict.Passed or Verdict.Failed)).Select(result => result.Address), Is.All.EndWith("-response-1-1"));
    }

    [Test]
    public async Task What_is_not_accepted_because_nothing_is_any_more_is_not_skipped()
    {
        // The second control is met for the first time by a service provider that has forgotten whom to ask: that says nothing about its message.
        string[] addresses = ["saml/response/issuer-other-everywhere/both-signed", "saml/response/accepts-layout", "saml/response/ciphertext-broken"];

        var report = await SharedRehearsal.Instance.PlayAsync(
            SharedRehearsal.Instance.Cases(addresses), new Staging { Flaws = ["forgets-whom-to-ask-after-foreign-issuer"] });

        Assert.That(report.RootCause, Is.Null);
        Assert.That(Named(report), Is.EqualTo([addresses[0]]));
        Assert.That(report.Results.Where(result => result.Verdict != Verdict.Failed).Select(result => result.Verdict), Is.All.EqualTo(Verdict.Passed));
    }

    [Test]
    public async Task A_lock_out_names_nobody_and_costs_no_verdict()
    {
        var report = await PlayAsync(new Staging { Flaws = ["locks-out-after-refusals"] });

        Assert.That(Named(report), Is.Empty);
        Assert.That(report.RootCause, Is.Null);
        Assert.That(Others(report), Is.EqualTo(Others(await Sound.Value)));
        Assert.That(report.Outages, Is.Not.Empty);
        Assert.That(report.Outages, Is.All.Contains("lock-out").Or.All.Contains("did not come again"));
    }

    [Test]
    public async Task One_that_breaks_at_everything_is_restarted_so_often_and_then_given_up()
    {
        var report = await SharedRehearsal.Instance.PlayAsync(
            SharedRehearsal.Instance.Cases("saml/response/status-missing", "saml/response/error-status", "saml/response/accepts-layout"), new Staging { Flaws = ["dies-of-failed-logins"], MostRestarts = 5 });

        Assert.That(report.Restarts, Is.EqualTo(5));
        Assert.That(report.RootCause, Does.Contain("restarted 5 times already"));
        Assert.That(Named(report), Has.Count.EqualTo(3));
        Assert.That(Named(report).Where(address => report.RootCause?.Contains(address, StringComparison.Ordinal) != true), Is.Empty);
        Assert.That(report.Results.Where(result => result.Verdict == Verdict.Passed).Select(result => result.Address), Is.All.Contain("accepts-"));
    }

    [Test]
    public async Task Of_a_scenario_whose_every_message_does_it_a_few_are_named_and_the_others_left_out()
    {
        var report = await SharedRehearsal.Instance.PlayAsync(
            SharedRehearsal.Instance.Cases("saml/response/status-missing"), new Staging { Flaws = ["dies-of-failed-logins"] });

        var leftOut = report.Results.Where(result => result.Reason?.Contains("the others are left out", StringComparison.Ordinal) == true).ToList();
        Assert.That(report.RootCause, Is.Null);
        Assert.That(leftOut.Select(result => result.Verdict), Is.Not.Empty.And.All.EqualTo(Verdict.Inconclusive));
        Assert.That(Named(report), Has.Count.EqualTo(report.Results.Count - leftOut.Count));
    }

    [Test]
    public async Task Where_the_suite_cannot_restart_it_the_suspects_are_listed()
    {
        var cases = SharedRehearsal.Instance.Cases("saml/response/status-missing", "saml/response/issuer-other-everywhere/assertion-signed");

        var report = await SharedRehearsal.Instance.PlayAsync(
            cases, new Staging { Flaws = ["forgets-whom-to-ask-after-foreign-issuer"], Embedded = new SomebodyElses() });

        Assert.That(report.Restarts, Is.Zero);
        Assert.That(report.RootCause, Does.Contain("saml/response/issuer-other-everywhere/assertion-signed").And.Contain("\"process\" or \"container\""));
        Assert.That(report.Results.Select(result => result.Verdict), Has.None.EqualTo(Verdict.Failed));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Its start command is a shell script.")]
    public async Task How_a_process_ended_and_what_it_said_last_is_told()
    {
        var file = Rehearsal.ReadTarget(Repository.At("fixtures", "service-providers", "reference-process.yaml"));
        var place = (ProcessPlace)file.Place;
        var here = new Location(file.Path, 1, 1);
        var report = await SharedRehearsal.Instance.PlayAsync(
            SharedRehearsal.Instance.Cases("saml/response/version-other"),
            new Staging
            {
                Target = file with { Place = place with { Environment = new Dictionary<string, Text>(place.Environment) { ["FLAWS"] = new("dies-of-newer-version", here) } } },
                Discovers = false,
            });

        Assert.That(report.RootCause, Is.Null);
        Assert.That(Named(report), Is.EqualTo(await MatchingAsync("saml/response/version-other/*-response-3-0")));
        Assert.That(report.Results.Count(result => result.Verdict == Verdict.Passed), Is.EqualTo(report.Results.Count - Named(report).Count));
        Assert.That(
            report.Results.First(result => result.Verdict == Verdict.Failed).Actual,
            Does.Contain("The process ended with exit code 137 (SIGKILL) and last said \"").And.Contain("The reference service provider ends, as its flaw says."));
    }

    [Test]
    public async Task A_sound_one_is_never_restarted()
    {
        var report = await Sound.Value;

        Assert.That(report.Restarts, Is.Zero);
        Assert.That(report.Outages, Is.Empty);
        Assert.That(report.Results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Passed).Or.All.EqualTo(Verdict.Skipped));
    }

    private static Task<RunReport> PlayAsync(Staging staging) => SharedRehearsal.Instance.PlayAsync(SharedRehearsal.Instance.Cases(Addresses), staging);

    private static List<string> Named(RunReport report) => [.. report.Results.Where(result => result.Verdict == Verdict.Failed).Select(result => result.Address)];

    private static List<string> Others(RunReport report, params string[] but) =>
        [.. report.Results.Where(result => !Array.Exists(but, pattern => Matches(result.Address, pattern))).Select(result => $"{result.Address} {result.Verdict} {result.Property}")];

    private static async Task<List<string>> MatchingAsync(params string[] patterns) =>
        [.. (await Sound.Value).Results.Select(result => result.Address).Where(address => Array.Exists(patterns, pattern => Matches(address, pattern)))];

    private static bool Matches(string address, string pattern) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, address);
}
