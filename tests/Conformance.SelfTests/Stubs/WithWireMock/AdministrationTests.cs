using System.Net;
using System.Text;
using Conformance.Fakes.Stubs;
using Conformance.SelfTests.Network;
using NUnit.Framework;

namespace Conformance.SelfTests.Stubs.WithWireMock;

/// <summary>A person who knows WireMock looks around while a run is paused; nobody else ever does.</summary>
[CancelAfter(30_000)]
internal sealed class AdministrationTests
{
    private LoopbackBench _bench = null!;

    [SetUp]
    public async Task StartBench()
    {
        _bench = await LoopbackBench.StartAsync("dialpad.com");
        _bench.Hosts.AllowsEveryLoopbackPort = true;
    }

    [TearDown]
    public async Task StopBench() => await _bench.DisposeAsync();

    [Test]
    public async Task Answers_on_loopback_during_an_inspection_alone()
    {
        _bench.Stub.Handle(StubRoute.Exact("/login", "dialpad.com"), (_, _) => ValueTask.FromResult(StubResponse.Text("who are you")));
        using var client = _bench.CreateClient();
        await client.GetStringAsync(new Uri("https://dialpad.com/login"));

        var before = await StatusAsync(client, Loopback("requests"));
        using (var inspection = _bench.Stub.Inspect()!)
        {
            Assert.That(await client.GetStringAsync(inspection.Address), Does.Contain("https://dialpad.com/login").And.Contain("who are you"));
            Assert.That(await client.GetStringAsync(Loopback("mappings")), Does.Contain("* dialpad.com/login"));
            Assert.That(await StatusAsync(client, new Uri("https://dialpad.com/__admin/requests")), Is.EqualTo(HttpStatusCode.NotFound));
        }

        Assert.That(before, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await StatusAsync(client, Loopback("requests")), Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Takes_mappings_of_a_person_until_the_inspection_ends()
    {
        _bench.Stub.Handle(StubRoute.Exact("/login", "dialpad.com"), (_, _) => ValueTask.FromResult(StubResponse.Text("who are you")));
        using var client = _bench.CreateClient();
        var (login, greeting) = (new Uri("https://dialpad.com/login"), new Uri("https://dialpad.com/greeting"));

        using (_bench.Stub.Inspect())
        {
            using var mappings = new StringContent(
                """
                [{ "Request": { "Path": "/greeting" }, "Response": { "StatusCode": 203, "Body": "hello" } },
                 { "Priority": -1, "Request": { "Path": "/login" }, "Response": { "Body": "come in" } }]
                """,
                Encoding.UTF8,
                "application/json");
            using var added = await client.PostAsync(Loopback("mappings"), mappings);
            using var refused = await client.DeleteAsync(Loopback("mappings"));

            Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.Created), await added.Content.ReadAsStringAsync());
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
            Assert.That(await client.GetStringAsync(greeting), Is.EqualTo("hello"));
            Assert.That(await client.GetStringAsync(login), Is.EqualTo("come in"));
            Assert.That(_bench.Stub.Journal.Exchanges[0].Response.Status, Is.EqualTo(203));
        }

        Assert.That(await StatusAsync(client, greeting), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await client.GetStringAsync(login), Is.EqualTo("who are you"));
    }

    [Test]
    public async Task Answers_what_WireMock_cannot_take_in()
    {
        _bench.Stub.Handle("dialpad.com", (request, _) => ValueTask.FromResult(StubResponse.Text(string.Join(',', request.FormFields.Select(field => field.Value)))));
        using var client = _bench.CreateClient();
        using var form = new StringContent("a=1&a=2", Encoding.ASCII, "application/x-www-form-urlencoded");

        using var response = await client.PostAsync(new Uri("https://dialpad.com/"), form);

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("1,2"));
        Assert.That(_bench.Stub.Journal.Exchanges, Has.Count.EqualTo(1));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Uri address)
    {
        using var response = await client.GetAsync(address);
        return response.StatusCode;
    }

    private Uri Loopback(string what) => new($"http://127.0.0.1:{_bench.Stub.HttpPort}/__admin/{what}");
}
