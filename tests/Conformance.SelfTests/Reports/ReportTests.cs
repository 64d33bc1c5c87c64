using System.Text.Json;
using System.Xml.Linq;
using Conformance.Cli.Output;
using Conformance.Player.Reports;
using Conformance.SelfTests.Snapshots;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports;

[TestFixture]
public sealed class ReportTests
{
    [Test]
    public Task The_console_tells_findings_counts_and_commands() => Snapshot.MatchesAsync(Console(SampleRun.Mixed), "txt");

    [Test]
    public Task The_console_tells_one_cause_once() => Snapshot.MatchesAsync(Console(SampleRun.Stopped), "txt");

    [Test]
    public Task The_console_is_quiet_when_green() => Snapshot.MatchesAsync(Console(SampleRun.Green), "txt");

    [Test]
    public async Task JUnit_counts_what_it_holds()
    {
        var text = JUnitXml.Write(SampleRun.Mixed);

        var suites = XDocument.Parse(text).Root!;
        Assert.Multiple(() =>
        {
            Assert.That((int)suites.Attribute("tests")!, Is.EqualTo(suites.Descendants("testcase").Count()));
            Assert.That((int)suites.Attribute("failures")!, Is.EqualTo(suites.Descendants("failure").Count()));
            Assert.That((int)suites.Attribute("errors")!, Is.EqualTo(suites.Descendants("error").Count()));
            Assert.That((int)suites.Attribute("skipped")!, Is.EqualTo(suites.Descendants("skipped").Count()));
        });
        await Snapshot.MatchesAsync(text, "xml");
    }

    [Test]
    public void JUnit_has_one_error_for_one_cause()
    {
        var suites = XDocument.Parse(JUnitXml.Write(SampleRun.Stopped)).Root!;

        Assert.That(suites.Descendants("error").Count(), Is.EqualTo(1));
        Assert.That((int)suites.Attribute("errors")!, Is.EqualTo(1));
    }

    [Test]
    public async Task Results_are_data()
    {
        var text = ResultsJson.Write(SampleRun.Mixed);

        using var json = JsonDocument.Parse(text);
        Assert.That(json.RootElement.GetProperty("schemaVersion").GetInt32(), Is.EqualTo(ResultsJson.SchemaVersion));
        await Snapshot.MatchesAsync(text, "json");
    }

    [Test]
    public void Restarts_are_told_with_their_reasons()
    {
        var run = SampleRun.Restarted;

        string[] told = ["restarted 3 times", run.Outages[0], run.Outages[1]];
        var suites = XDocument.Parse(JUnitXml.Write(run)).Root!;
        Assert.Multiple(() =>
        {
            Assert.That(told.Where(text => !Console(run).Contains(text, StringComparison.Ordinal)), Is.Empty);
            Assert.That(told.Where(text => !suites.Elements("testsuite").First().Element("system-out")!.Value.Contains(text, StringComparison.Ordinal)), Is.Empty);
            Assert.That((int)suites.Attribute("tests")!, Is.EqualTo(suites.Descendants("testcase").Count()));
            Assert.That(told[1..].Where(text => !ResultsJson.Write(run).Contains(text, StringComparison.Ordinal)), Is.Empty);
            Assert.That(told.Where(text => !HtmlReport.Write(run).Contains(text, StringComparison.Ordinal)), Is.Empty);
        });
    }

    [Test]
    public void Controls_are_said_to_have_held_only_where_all_did()
    {
        const string held = "the same message without the fault was played, and signed in";
        var restarted = SampleRun.Green with { Restarts = SampleRun.Restarted.Restarts, Outages = SampleRun.Restarted.Outages };

        Assert.That(HtmlReport.Write(SampleRun.Green), Does.Contain(held));
        Assert.That(HtmlReport.Write(restarted), Does.Not.Contain(held).And.Contain("had vouched for was played again"));
    }

    [Test]
    public void What_was_discovered_is_a_part_of_a_target_file()
    {
        var run = SampleRun.Green with
        {
            Preflight = new([], new Dictionary<string, string>
            {
                ["signing places"] = "assertion, both",
                ["unsolicited Responses"] = "refused",
                ["encrypted assertions"] = "accepted",
                ["skew allowed after the end"] = "170s to 290s",
                ["NameID formats"] = "persistent",
            }),
        };

        Assert.That(DiscoveryFragment.Write(run).Split('\n')[2..], Is.EqualTo(
        [
            "claims:", "  signing: [assertion, both]", "  idp-initiated: false", "  encryption: true",
            "  skew: 170s   # after the end: 170s to 290s", "  # NameID formats: persistent", "",
        ]));
    }

    private static string Console(FinishedRun run)
    {
        using var output = new StringWriter();
        new RunText(output, "artifacts/report/index.html").Write(run, new HashSet<string>());
        return output.ToString();
    }
}
