using System.Text;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.Stubs;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using Conformance.SelfTests.Sabotage;
using Microsoft.AspNetCore.WebUtilities;
using NUnit.Framework;

namespace Conformance.SelfTests.Preflights;

/// <summary>Where no login works at all, the one finding says what could be seen of the reason.</summary>
[CancelAfter(120_000)]
internal sealed class LoginDoubtTests
{
    [TestCase("lax-cookie", "so the browser did not send it along")]
    [TestCase("demands-issuer-format", "nobody is signed in")]
    public async Task The_finding_names_the_likely_cause(string flaw, string expected)
    {
        var cases = SharedRehearsal.Instance.Library.Cases.Where(scenarioCase => scenarioCase.Scenario.Address == "saml/response/login").ToList();

        var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Flaws = [flaw] });

        Assert.That(report.Preflight.Failure?.Id, Is.EqualTo("CTL-04"));
        Assert.That(report.Preflight.Failure!.Sentence, Does.Contain(expected));
        Assert.That(report.Preflight.Failure.Remedy, Is.Not.Empty);
    }

    [Test]
    public async Task One_that_takes_encrypted_assertions_alone_is_tested_with_them()
    {
        var report = await SharedRehearsal.Instance.PlayAsync(Firsts, new Staging { Flaws = ["demands-encryption"], Workers = 2 });

        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(
            report.Results.Where(result => result.Verdict is not (Verdict.Passed or Verdict.Skipped)).Select(result => $"{result.Verdict} {result.Address}: {result.Actual ?? result.Reason}"),
            Is.Empty);
        Assert.That(report.Results.Count(result => result.Verdict == Verdict.Passed), Is.GreaterThan(Firsts.Count * 3 / 4));
    }

    [TestCase("ignores-audience", "saml/response/audience-other")]
    [TestCase("ignores-digest", "saml/response/broken-digest")]
    public async Task A_hole_behind_encryption_is_seen(string flaw, string address)
    {
        var cases = SharedRehearsal.Instance.Library.Cases.Where(scenarioCase => scenarioCase.Scenario.Address == address).ToList();

        var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Flaws = ["demands-encryption", flaw] });

        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(report.Results.Where(result => result.Verdict == Verdict.Failed), Is.Not.Empty);
    }

    [Test]
    public async Task Logins_that_fail_at_first_are_not_taken_for_insisting_on_encryption()
    {
        var isUp = false;
        var saboteur = new Saboteur(
            (request, onward) =>
            {
                var isDelivery = request.RawPath == "/saml/acs";
                isUp |= isDelivery && IsEncrypted(request);
                return !isDelivery || isUp ? onward() : ValueTask.FromResult(StubResponse.Html("<h1>Back soon</h1>", 503));
            },
            waitsForPreflight: false);
        var cases = SharedRehearsal.Instance.Library.Cases.Where(scenarioCase => scenarioCase.Scenario.Address == "saml/response/login").ToList();

        var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Embedded = saboteur }, saboteur);

        Assert.That(isUp, Is.True, "an encrypted login was tried");
        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(report.Preflight.Checks.Select(check => check.Sentence), Has.None.Contain("takes no plain one"));
        Assert.That(report.Results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Passed));
    }

    private static bool IsEncrypted(StubRequest request) =>
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body)).TryGetValue("SAMLResponse", out var message)
        && Encoding.UTF8.GetString(Convert.FromBase64String(message.ToString())).Contains("EncryptedAssertion", StringComparison.Ordinal);

    private static List<ScenarioCase> Firsts { get; } =
    [
        .. SharedRehearsal.Instance.Library.Cases.Where(scenarioCase => scenarioCase.Scenario.Cases[0] == scenarioCase.Case
            && (scenarioCase.Address.StartsWith("saml/response/", StringComparison.Ordinal) || scenarioCase.Address.StartsWith("saml/attack/", StringComparison.Ordinal))),
    ];
}
