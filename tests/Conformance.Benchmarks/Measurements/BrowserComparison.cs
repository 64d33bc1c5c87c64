using Conformance.Benchmarks.Rehearsals;
using Conformance.Player.Benches;
using Conformance.Player.Running;
using Microsoft.Playwright;

namespace Conformance.Benchmarks.Measurements;

/// <summary>A person's login in the browser by the suite against the same clicks in a hand-written Playwright script, in the same browser.</summary>
internal sealed class BrowserComparison(Rehearsal rehearsal)
{
    private const int Repetitions = 4;
    private const int Logins = 4;
    private const string Integration = "dialpad-jumpcloud";
    private const string Address = $"integrations/{Integration}/login";

    public async Task<IEnumerable<Figure>> MeasureAsync()
    {
        var cases = Enumerable.Repeat(rehearsal.Library.Cases.First(scenarioCase => scenarioCase.Scenario.Address == Address), Logins).ToList();
        var staging = new Staging { Driver = DriverChoice.Browser };
        var suite = new List<double>();
        var script = new List<double>();
        var ratios = new List<double>();
        var settings = rehearsal.Bench(staging) with { Integrations = new HashSet<string> { Integration } };
        await using var bench = await Bench.StartAsync(settings, 0, CancellationToken.None);
        for (var i = 0; i < Repetitions; i++)
        {
            var watch = new Stopwatched();
            var report = await rehearsal.PlayAsync(cases, staging, watch);
            if (report.Results.FirstOrDefault(result => result.FailsRun) is { } failed)
            {
                throw new InvalidOperationException($"{failed.Address}: {failed.Actual}");
            }

            var attempts = Logins + report.ControlsPlayed;
            var bySuite = watch.SincePreflight.TotalMilliseconds / attempts;
            var began = TimeProvider.System.GetTimestamp();
            for (var login = 0; login < attempts; login++)
            {
                await LogInAsync(bench, cases[0].Scenario);
            }

            var byHand = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds / attempts;
            if (i > 0)
            {
                suite.Add(bySuite);
                script.Add(byHand);
                ratios.Add(bySuite / byHand);
            }
        }

        return
        [
            new Figure("a person's login in the browser by the suite", Median.Of(suite), "ms"),
            new Figure("the same login by a hand-written Playwright script", Median.Of(script), "ms"),
            new Figure("the suite against the script", Median.Of(ratios), string.Empty, 1.2),
        ];
    }

    private static async Task LogInAsync(Bench bench, Scenarios.Model.Scenario scenario)
    {
        var stage = bench.StageFor(scenario);
        stage.Idp.Reset();
        var alice = stage.Cast["alice"];
        var context = await bench.Settings.Browsers!.NewContextAsync(bench.Proxy, CancellationToken.None);
        await using (context)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync("https://dialpad.com/login");
            await page.GetByRole(AriaRole.Link, new() { Name = "Login with Another Provider" })
                .Or(page.GetByRole(AriaRole.Button, new() { Name = "Login with Another Provider" })).ClickAsync();
            await page.GetByLabel("Company domain").FillAsync(stage.Scope.ValueOf("integration.domain")!);
            await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
            stage.Idp.GrantAnswer();
            var labels = stage.Idp.Settings.Labels;
            await page.GetByLabel(labels.UserName, new() { Exact = true }).FillAsync(alice.AtIdp.Email!);
            await page.GetByLabel(labels.Password, new() { Exact = true }).FillAsync(alice.AtIdp.Password);
            await page.GetByRole(AriaRole.Button, new() { Name = labels.Button, Exact = true }).ClickAsync();
            await page.WaitForURLAsync(url => url.StartsWith("https://dialpad.com/", StringComparison.Ordinal));
            var profile = await context.NewPageAsync();
            await profile.GotoAsync(stage.Probe.Url);
            if (!(await profile.ContentAsync()).Contains(alice.User, StringComparison.Ordinal))
            {
                throw new InvalidOperationException("The hand-written login signed nobody in.");
            }
        }
    }
}
