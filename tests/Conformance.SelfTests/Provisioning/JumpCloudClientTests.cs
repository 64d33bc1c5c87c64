using Conformance.Fakes.Provisioning;
using Conformance.Fakes.ScimServer;
using NUnit.Framework;

namespace Conformance.SelfTests.Provisioning;

/// <summary>JumpCloud's activation, and its messages as far as they are known.</summary>
[CancelAfter(30_000)]
internal sealed class JumpCloudClientTests
{
    private ProvisioningBench _bench = null!;

    [SetUp]
    public async Task StartBench() => _bench = await ProvisioningBench.StartAsync();

    [TearDown]
    public async Task StopBench() => await _bench.DisposeAsync();

    [Test]
    public async Task Shows_group_management_only_after_the_connection_was_tested()
    {
        var client = _bench.JumpCloud(new JumpCloudSettings());
        var before = client.ShowsGroupManagement;

        var trouble = await client.TestConnectionAsync(CancellationToken.None);

        Assert.That((before, trouble, client.ShowsGroupManagement), Is.EqualTo((false, string.Empty, true)));
    }

    [TestCase(UpdateVerb.Patch, "PATCH")]
    [TestCase(UpdateVerb.Put, "PUT")]
    public async Task Activates_with_a_test_user_and_leaves_nothing_behind(UpdateVerb verb, string method)
    {
        var client = _bench.JumpCloud(new JumpCloudSettings { UpdateVerb = verb });

        var trouble = await client.ActivateAsync(CancellationToken.None);

        Assert.That(trouble, Is.Empty);
        Assert.That(
            _bench.Server.Traffic.Select(request => request.Method),
            Is.EqualTo(new[] { "GET", "POST", method, method, "DELETE" }));
        Assert.That(_bench.Server.Traffic[1].Text, Does.Contain("@jumpcloud.com"));
        Assert.That(_bench.Server.AllUsers, Is.Empty);
    }

    [Test]
    public async Task Activates_with_a_test_group_too_when_it_manages_groups()
    {
        var client = _bench.JumpCloud(new JumpCloudSettings { ProvisionsGroups = true });

        var trouble = await client.ActivateAsync(CancellationToken.None);

        Assert.That(trouble, Is.Empty);
        Assert.That(_bench.Requests(), Does.Contain("POST /Groups"));
        Assert.That(_bench.Server.AllGroups, Is.Empty);
    }

    [Test]
    public async Task Takes_a_server_that_cannot_delete()
    {
        _bench.Server.Traits = new ScimServerTraits { Deletes = false };
        var client = _bench.JumpCloud(new JumpCloudSettings());

        var trouble = await client.ActivateAsync(CancellationToken.None);

        Assert.That(trouble, Is.Empty);
        Assert.That(ResourcePath.Read(_bench.Server.AllUsers.Single(), "active"), Is.EqualTo("false"), "It stays, deactivated.");
    }

    [Test]
    public async Task Is_not_active_when_the_test_user_is_refused_and_says_why()
    {
        _bench.Server.Arm(new ScimFault { Kind = ScimFaultKind.Invalid, Method = "POST", Times = 1, Detail = "\"jumpcloud.com\" is no domain of this company." });
        var client = _bench.JumpCloud(new JumpCloudSettings());

        var trouble = await client.ActivateAsync(CancellationToken.None);
        var ran = await client.RunDueAsync(_bench.Directory, CancellationToken.None);

        Assert.That(trouble, Does.Contain("is no domain of this company"));
        Assert.That((client.IsActive, ran), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task Sends_one_operation_for_each_path_and_nothing_about_groups_while_those_are_off()
    {
        var client = _bench.JumpCloud(new JumpCloudSettings { IsActive = true });
        await client.RunAsync(_bench.Directory.With(new SourceGroup("g", "Sales", ["dir-1"])), full: false, CancellationToken.None);

        await client.RunAsync(_bench.Directory.With(ProvisioningBench.Alice with { GivenName = "Alicia", FamilyName = "Bauer" }), full: false, CancellationToken.None);

        Assert.That(
            _bench.Server.Traffic[^1].Text,
            Is.EqualTo("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"name.givenName","value":"Alicia"},{"op":"replace","path":"name.familyName","value":"Bauer"}]}"""));
        Assert.That(_bench.Requests(), Has.None.Contains("/Groups"));
    }
}
