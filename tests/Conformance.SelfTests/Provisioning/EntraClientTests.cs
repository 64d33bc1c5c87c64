using Conformance.Fakes.Provisioning;
using Conformance.Fakes.ScimServer;
using NUnit.Framework;

namespace Conformance.SelfTests.Provisioning;

/// <summary>Entra ID's messages as its documentation has them, and its life by the clock.</summary>
[CancelAfter(30_000)]
internal sealed class EntraClientTests
{
    private const string PatchBegins = """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[""";
    private static readonly EntraSettings Flagged = new() { Dialect = EntraPatchDialect.AadOptscim062020 };
    private ProvisioningBench _bench = null!;

    [SetUp]
    public async Task StartBench() => _bench = await ProvisioningBench.StartAsync();

    [TearDown]
    public async Task StopBench() => await _bench.DisposeAsync();

    [Test]
    public async Task Tests_the_connection_with_a_user_whom_nobody_has()
    {
        var trouble = await _bench.Entra().TestConnectionAsync(CancellationToken.None);

        Assert.That(trouble, Is.Empty);
        Assert.That(_bench.Server.Traffic.Single().Filter, Does.Match("^userName eq \"[0-9a-f-]{36}\"$"));
    }

    [Test]
    public async Task Tells_an_administrator_of_a_wrong_token_without_the_token()
    {
        var trouble = await _bench.Entra(token: "wrong-token-4711").TestConnectionAsync(CancellationToken.None);

        Assert.That(trouble, Does.Contain("401").And.Not.Contain("wrong-token-4711"));
    }

    [Test]
    public async Task Looks_for_a_person_then_creates_the_user_of_the_documentation()
    {
        await _bench.Entra().RunAsync(_bench.Directory, full: true, CancellationToken.None);

        Assert.That(_bench.Requests(), Is.EqualTo(new[] { "GET /Users", "POST /Users" }));
        Assert.That(_bench.Server.Traffic[0].Filter, Is.EqualTo("userName eq \"alice@contoso.example\""));
        Assert.That(
            _bench.Server.Traffic[1].Text,
            Is.EqualTo("""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"externalId":"alice","userName":"alice@contoso.example","active":true,"emails":[{"primary":true,"type":"work","value":"alice.archer@contoso.example"}],"meta":{"resourceType":"User"},"name":{"formatted":"Alice Archer","familyName":"Archer","givenName":"Alice"},"roles":[]}"""));
    }

    [TestCase(EntraPatchDialect.AzureAdScimPatch2017, EntraActivityValue.CapitalText, """{"op":"Replace","path":"active","value":"False"}""")]
    [TestCase(EntraPatchDialect.AzureAdScimPatch2017, EntraActivityValue.LowerText, """{"op":"Replace","path":"active","value":"false"}""")]
    [TestCase(EntraPatchDialect.AzureAdScimPatch2017, EntraActivityValue.Boolean, """{"op":"Replace","path":"active","value":false}""")]
    [TestCase(EntraPatchDialect.AadOptscim062020, EntraActivityValue.CapitalText, """{"op":"replace","path":"active","value":false}""")]
    public async Task Deactivates_in_its_dialect(EntraPatchDialect dialect, EntraActivityValue value, string operation)
    {
        var client = _bench.Entra(new EntraSettings { Dialect = dialect, ActivityValue = value });
        await client.RunAsync(_bench.Directory, full: true, CancellationToken.None);

        await client.RunAsync(_bench.Directory.With(ProvisioningBench.Alice with { IsEnabled = false }), full: false, CancellationToken.None);

        Assert.That(_bench.Server.Traffic[^1].Text, Is.EqualTo($"{PatchBegins}{operation}]}}"));
        Assert.That(ResourcePath.Read(_bench.Server.AllUsers.Single(), "active"), Is.EqualTo("false"));
    }

    [Test]
    public async Task Merges_changes_into_one_operation_with_the_flag_and_sends_one_each_without()
    {
        var changed = _bench.Directory.With(ProvisioningBench.Alice with { Email = "a@contoso.example", GivenName = "Alicia", Department = "Sales" });
        foreach (var (settings, operations) in new[]
        {
            (Flagged, """{"op":"replace","path":"emails[type eq \"work\"].value","value":"a@contoso.example"},{"op":"replace","value":{"name.formatted":"Alicia Archer","name.givenName":"Alicia","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department":"Sales"}}"""),
            (new EntraSettings(), """{"op":"Replace","path":"emails[type eq \"work\"].value","value":"a@contoso.example"},{"op":"Replace","path":"name.formatted","value":"Alicia Archer"},{"op":"Replace","path":"name.givenName","value":"Alicia"},{"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"Sales"}"""),
        })
        {
            _bench.Server.Reset();
            var client = _bench.Entra(settings);
            await client.RunAsync(_bench.Directory, full: true, CancellationToken.None);

            await client.RunAsync(changed, full: false, CancellationToken.None);

            Assert.That(_bench.Server.Traffic[^1].Text, Is.EqualTo($"{PatchBegins}{operations}]}}"));
        }
    }

    [TestCase(EntraPatchDialect.AzureAdScimPatch2017, """{"op":"Remove","path":"members","value":[{"$ref":null,"value":"ID"}]}""")]
    [TestCase(EntraPatchDialect.AadOptscim062020, """{"op":"remove","path":"members[value eq \"ID\"]"}""")]
    public async Task Removes_a_member_in_its_dialect(EntraPatchDialect dialect, string operation)
    {
        var client = _bench.Entra(new EntraSettings { Dialect = dialect });
        var both = _bench.Directory.With(ProvisioningBench.Bob).With(new SourceGroup("g", "Sales", ["dir-1", "dir-2"]));
        await client.RunAsync(both, full: true, CancellationToken.None);
        var bob = ResourcePath.Read(_bench.Server.AllUsers[1], "id")!;

        await client.RunAsync(both.With(new SourceGroup("g", "Sales", ["dir-1"])), full: false, CancellationToken.None);

        Assert.That(_bench.Server.Traffic[^1].Text, Is.EqualTo($"{PatchBegins}{operation.Replace("ID", bob, StringComparison.Ordinal)}]}}"));
        Assert.That(_bench.Requests(), Does.Contain("GET /Groups").And.Contain("POST /Groups"));
    }

    [Test]
    public async Task Runs_a_cycle_every_forty_minutes()
    {
        var client = _bench.Entra();
        var ran = new List<bool> { await client.RunDueAsync(_bench.Directory, CancellationToken.None) };
        foreach (var wait in new[] { 39, 1, 20, 20 })
        {
            _bench.Clock.Advance(TimeSpan.FromMinutes(wait));
            ran.Add(await client.RunDueAsync(_bench.Directory, CancellationToken.None));
        }

        Assert.That(ran, Is.EqualTo(new[] { true, false, true, false, true }));
    }

    [Test]
    public async Task Sends_nothing_while_it_is_off()
    {
        var client = _bench.Entra(new EntraSettings { IsOn = false });

        await client.RunAsync(_bench.Directory, full: true, CancellationToken.None);

        Assert.That(_bench.Server.Traffic, Is.Empty);
    }

    [Test]
    public async Task Goes_into_quarantine_when_the_token_is_refused_and_gives_up_after_four_weeks()
    {
        var client = _bench.Entra(token: "revoked");
        var waits = new List<double>();
        while (!client.IsDisabled && waits.Count < 60)
        {
            var before = _bench.Clock.GetUtcNow();
            await client.RunDueAsync(_bench.Directory, CancellationToken.None);
            _bench.Clock.Advance(client.NextCycle - _bench.Clock.GetUtcNow());
            waits.Add(Math.Round((_bench.Clock.GetUtcNow() - before).TotalHours));
        }

        Assert.That(client.Quarantine, Is.EqualTo("EncounteredQuarantineException"));
        Assert.That(waits.Take(5), Is.EqualTo(new double[] { 6, 12, 24, 24, 24 }));
        Assert.That(waits, Has.Count.EqualTo(31), "Once a day until twenty-eight days have passed.");
        Assert.That(_bench.Server.Traffic, Has.Count.EqualTo(31), "One request a cycle.");
    }

    [Test]
    public async Task Sends_no_DELETE_for_whom_it_has_stopped_managing()
    {
        var client = _bench.Entra();
        await client.RunAsync(_bench.Directory, full: true, CancellationToken.None);
        await client.RunAsync(_bench.Directory.With(ProvisioningBench.Alice with { IsAssigned = false }), full: false, CancellationToken.None);

        await client.RunAsync(SourceDirectory.Empty, full: false, CancellationToken.None);

        Assert.That(_bench.Requests(), Does.Not.Contain("DELETE"));
        Assert.That(ResourcePath.Read(_bench.Server.AllUsers.Single(), "active"), Is.EqualTo("false"));
    }

    [Test]
    public async Task Logs_the_attribute_that_failed()
    {
        _bench.Server.Arm(new ScimFault { Kind = ScimFaultKind.Invalid, Method = "POST", Times = 1, Detail = "\"name.familyName\" is too long." });
        var client = _bench.Entra();

        await client.RunAsync(_bench.Directory, full: true, CancellationToken.None);

        var entry = client.Log.Entries.Single(line => line.Status == "Failure");
        Assert.That(entry.Attribute, Is.EqualTo("name.familyName"));
        Assert.That(entry.Message, Does.StartWith("StatusCode: BadRequest Message: Processing of the HTTP request resulted in an exception."));
    }
}
