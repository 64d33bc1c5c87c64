using System.Text;
using System.Xml.Linq;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Benches;
using Conformance.Player.Drivers;
using Conformance.Player.Playing;
using NUnit.Framework;

namespace Conformance.SelfTests.Snapshots;

/// <summary>What goes over the wire when somebody signs in: the messages of each identity provider's look, and the ways that browsers are sent.</summary>
[CancelAfter(120_000)]
internal sealed class LoginSnapshotTests
{
    private static readonly string[] Logins =
    [
        "integrations/aircall-jumpcloud/login", "integrations/justcall-jumpcloud/login", "integrations/dialpad-jumpcloud/login",
        "integrations/dialpad-jumpcloud-scim/login", "integrations/justcall-entra/login",
    ];

    [Test]
    public async Task Messages_of_the_plain_look() => await Snapshot.MatchesAsync(await MessagesAsync("saml/response/login"), "xml");

    [Test]
    public async Task Messages_of_the_JumpCloud_look() => await Snapshot.MatchesAsync(await MessagesAsync("idp/jumpcloud/login"), "xml");

    [Test]
    public async Task Messages_of_the_Entra_look() => await Snapshot.MatchesAsync(await MessagesAsync("idp/entra/login"), "xml");

    [Test]
    public async Task Ways_of_the_five_logins()
    {
        var ways = new List<string>();
        foreach (var address in Logins)
        {
            var hops = (await PlayAsync(address)).Transcript.Hops.Values.Single().Where(hop => !hop.IsProbe);
            ways.Add($"{address}\n{string.Concat(hops.Select(hop => $"  {Line(hop)}\n"))}");
        }

        await Snapshot.MatchesAsync(string.Join('\n', ways), "txt");
    }

    private static async Task<string> MessagesAsync(string address)
    {
        var (transcript, issued) = await PlayAsync(address);
        var request = XDocument.Parse(transcript.Received[0].Xml!).Root!;
        var response = XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(issued[^1].Form.Single(field => field.Key == "SAMLResponse").Value))).Root!;
        return $"<messages>\n{request}\n{response}\n</messages>";
    }

    private static string Line(Hop hop) =>
        $"{hop.Method} {hop.Url} -> {hop.Status}{(hop.ResponseHeader("Location") is { } location ? $" {location}" : string.Empty)}";

    private static async Task<(Transcript Transcript, IReadOnlyList<IssuedMessage> Issued)> PlayAsync(string address)
    {
        var cancellationToken = TestContext.CurrentContext.CancellationToken;
        var rehearsal = SharedRehearsal.Instance;
        var scenarioCase = rehearsal.Cases(address)[0];
        var settings = rehearsal.Bench(new Staging()) with { Integrations = rehearsal.Fixtures.Integrations.Keys.ToHashSet(StringComparer.Ordinal) };
        await using var bench = await Bench.StartAsync(settings, 0, cancellationToken);

        var stage = bench.StageFor(scenarioCase.Scenario);
        var played = await new ScenarioPlayer(bench).PlayAsync(scenarioCase, stage, browser: false, asControl: false, tracePath: null, cancellationToken);

        Assert.That(played.Findings, Is.Empty);
        return (played.Transcript, stage.Idp.Issued);
    }
}
