using Conformance.Benchmarks.Rehearsals;
using NUnit.Framework;

namespace Conformance.SelfTests.Preflights;

/// <summary>Where no login works at all, the one finding says what could be seen of the reason.</summary>
[CancelAfter(120_000)]
internal sealed class LoginDoubtTests
{
    [TestCase("lax-cookie", "so the browser did not send it along")]
    [TestCase("demands-encryption", "when the assertion is encrypted")]
    [TestCase("demands-issuer-format", "nobody is signed in")]
    public async Task The_finding_names_the_likely_cause(string flaw, string expected)
    {
        var cases = SharedRehearsal.Instance.Library.Cases.Where(scenarioCase => scenarioCase.Scenario.Address == "saml/response/login").ToList();

        var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Flaws = [flaw] });

        Assert.That(report.Preflight.Failure?.Id, Is.EqualTo("CTL-04"));
        Assert.That(report.Preflight.Failure!.Sentence, Does.Contain(expected));
        Assert.That(report.Preflight.Failure.Remedy, Is.Not.Empty);
    }
}
