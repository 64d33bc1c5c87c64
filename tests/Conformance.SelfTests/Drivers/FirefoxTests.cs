using Conformance.Benchmarks.Rehearsals;
using Conformance.Player.Benches;
using Conformance.Player.Browsers;
using Conformance.Player.Running;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Drivers;

/// <summary>Firefox comes to the same verdicts: logins, refusals, pages of administrators, tabs, cookies of other sites, signing out.</summary>
[CancelAfter(300_000)]
internal sealed class FirefoxTests
{
    private SharedBrowser _firefox = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _firefox = new SharedBrowser(new BrowserSettings { Kind = BrowserKind.Firefox, MayInstall = false }, SharedRehearsal.Instance.Keys.Authority, TestContext.Progress.WriteLine);
        try
        {
            await _firefox.StartAsync(CancellationToken.None);
        }
        catch (BrowserNotFoundException missing)
        {
            Assert.Ignore(missing.Message);
        }
    }

    [OneTimeTearDown]
    public async Task EndAsync() => await _firefox.DisposeAsync();

    [Test]
    public async Task The_sound_service_provider_passes()
    {
        // Those without a page to act on are played over HTTP unless told; what is found out beforehand is known from there.
        var messages = await PlayAsync(
            DriverChoice.Browser, "saml/session/cross-site-login", "saml/request/two-tabs", "saml/attack/stolen-assertion", "saml/logout/request");
        var pages = await PlayAsync(
            DriverChoice.Auto, "integrations/justcall-jumpcloud/set-up", "integrations/justcall-entra/login");

        Assert.That(
            messages.Concat(pages).Where(result => result is not { Verdict: Verdict.Passed, Driver: "browser" })
                .Select(result => $"{result.Verdict} {result.Driver} {result.Address}: {result.Actual ?? result.Reason}"),
            Is.Empty);
    }

    [Test]
    public async Task A_flawed_one_fails()
    {
        var staging = new Staging { Browser = _firefox, Driver = DriverChoice.Auto, Discovers = false, Flaws = ["saves-unasked"] };
        var report = await SharedRehearsal.Instance.PlayAsync(SharedRehearsal.Instance.Cases("integrations/dialpad-jumpcloud/enforcement-not-saved"), staging);

        Assert.That(report.Results.Single(), Has.Property(nameof(CaseResult.Verdict)).EqualTo(Verdict.Failed));
    }

    private async Task<IReadOnlyList<CaseResult>> PlayAsync(DriverChoice driver, params string[] addresses)
    {
        var report = await SharedRehearsal.Instance.PlayAsync(
            [.. addresses.Select(address => SharedRehearsal.Instance.Cases(address)[0])],
            new Staging { Browser = _firefox, Driver = driver, Discovers = false });
        Assert.That(report.Preflight.Failure, Is.Null);
        return report.Results;
    }
}
