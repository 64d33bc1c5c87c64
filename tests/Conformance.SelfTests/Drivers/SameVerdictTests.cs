using Conformance.Benchmarks.Rehearsals;
using Conformance.Player.Running;
using Conformance.Scenarios.Loading;
using NUnit.Framework;

namespace Conformance.SelfTests.Drivers;

/// <summary>The browser and the HTTP driver come to the same verdicts, on a sound service provider and on flawed ones.</summary>
[CancelAfter(300_000)]
[Parallelizable]
internal sealed class SameVerdictTests
{
    private static readonly string[] Addresses = ["saml/login", "saml/attack", "saml/refusal/01"];
    private static readonly Lazy<LoadedScenarios> Library = new(() => Rehearsal.Load(Repository.At("tests", "Conformance.SelfTests", "Sabotage", "scenarios")));

    [TestCase("")]
    [TestCase("skips-signature")]
    [TestCase("reads-unsigned-sibling")]
    [TestCase("demands-response-signature")]
    public async Task Both_drivers_say_the_same(string flaw)
    {
        var byHttp = await PlayAsync(DriverChoice.Http, flaw);
        var byBrowser = await PlayAsync(DriverChoice.Browser, flaw);

        Assert.That(byBrowser, Is.EqualTo(byHttp));
        Assert.That(byHttp, Is.Not.Empty);
    }

    private static async Task<List<string>> PlayAsync(DriverChoice driver, string flaw)
    {
        var cases = Library.Value.Cases.Where(scenarioCase => Addresses.Contains(scenarioCase.Address) || Addresses.Contains(scenarioCase.Scenario.Address)).ToList();
        var report = await SharedRehearsal.Instance.PlayAsync(
            cases, new Staging { Library = Library.Value, Driver = driver, Flaws = flaw.Length == 0 ? [] : [flaw] });
        return [.. report.Results.Select(result => $"{result.Address} {result.Verdict} {string.Join(' ', result.Expected)}")];
    }
}
