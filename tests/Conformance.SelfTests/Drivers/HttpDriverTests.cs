using System.IO.Compression;
using System.Text;
using Conformance.Fakes.Stubs;
using Conformance.Player.Drivers;
using Conformance.SelfTests.Network;
using NUnit.Framework;

namespace Conformance.SelfTests.Drivers;

/// <summary>The browser without a window: redirects, faults and floods end in words and in time.</summary>
[CancelAfter(60_000)]
internal sealed class HttpDriverTests
{
    private const string Site = "https://sp.example";
    private LoopbackBench _bench = null!;
    private HttpClient _http = null!;
    private HttpDriver _driver = null!;

    [SetUp]
    public async Task Start()
    {
        _bench = await LoopbackBench.StartAsync("sp.example", "idp.example");
        _http = _bench.CreateClient();
        _driver = new HttpDriver(_http, new DriverLimits(TimeSpan.FromSeconds(2), BodyBytes: 1024 * 1024), TimeProvider.System);
    }

    [TearDown]
    public async Task Stop()
    {
        await _driver.DisposeAsync();
        _http.Dispose();
        await _bench.DisposeAsync();
    }

    [TestCase(301, "GET", "")]
    [TestCase(302, "GET", "")]
    [TestCase(303, "GET", "")]
    [TestCase(307, "POST", "a=1")]
    [TestCase(308, "POST", "a=1")]
    public async Task A_post_is_redirected_as_browsers_do(int status, string method, string body)
    {
        Answer("/from", StubResponse.Redirect("/to", status));
        Answer("/to", StubResponse.Html("<h1>there</h1>"));

        var page = await _driver.SubmitAsync($"{Site}/", $"{Site}/from", HttpMethod.Post, [new("a", "1")], CancellationToken.None);

        var last = _bench.Stub.Journal.Exchanges[^1].Request;
        Assert.That(page.Url, Is.EqualTo($"{Site}/to"));
        Assert.That(last.Method, Is.EqualTo(method));
        Assert.That(last.BodyText, Is.EqualTo(body));
        Assert.That(last.Header("Content-Type"), method == "GET" ? Is.Null : Is.EqualTo("application/x-www-form-urlencoded"));
    }

    [Test]
    public async Task A_missing_field_is_told_with_what_the_page_says()
    {
        Answer("/refused", StubResponse.Html("<p>This NameIDPolicy is not supported.</p>"));
        await _driver.OpenAsync($"{Site}/refused", CancellationToken.None);

        var error = await Assert.ThrowsAsync<StepFailedException>(() => _driver.FillAsync("Password", "secret", CancellationToken.None));

        Assert.That(error!.Message, Does.Contain("no field labelled \"Password\"").And.Contain("It shows \"This NameIDPolicy is not supported.\""));
    }

    [TestCase("/loop", TestName = "A redirect to itself")]
    [TestCase("/form", TestName = "A form that submits itself for ever")]
    public async Task A_loop_ends_after_ten_hops(string path)
    {
        Answer("/loop", StubResponse.Redirect("/loop"));
        Answer("/form", StubResponse.Html("<form method=post action=/form><input type=hidden name=SAMLResponse value=x></form><script>document.forms[0].submit()</script>"));

        var page = await _driver.OpenAsync(Site + path, CancellationToken.None);

        Assert.That(page.Trouble, Does.Contain("more than 10"));
        Assert.That(_driver.Hops, Has.Count.EqualTo(10));
    }

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return new TestCaseData(StubFault.HangUntilCancelled, "no complete answer within 2 s").SetName("A hang");
        yield return new TestCaseData(StubFault.HangInBody(10), "no complete answer within 2 s").SetName("A hang in the body");
        yield return new TestCaseData(StubFault.ResetConnection, "answer").SetName("A reset");
        yield return new TestCaseData(StubFault.EmptyReply, "answer").SetName("An empty reply");
        yield return new TestCaseData(StubFault.TruncateBody(10), "the connection was closed before the answer was complete").SetName("A truncated body");
    }

    [TestCaseSource(nameof(Faults))]
    public async Task A_fault_is_said_in_words(StubFault fault, string expected)
    {
        Answer("/", StubResponse.Html(new string('x', 1000)) with { Fault = fault });

        var page = await _driver.OpenAsync($"{Site}/", CancellationToken.None);

        Assert.That(page.Trouble, Does.Contain(expected));
    }

    [Test]
    public async Task A_flood_is_cut()
    {
        Answer("/", new StubResponse { Body = new byte[100 * 1024 * 1024], Headers = [new("Content-Type", "text/html")] });
        await using var patient = new HttpDriver(_http, new DriverLimits(TimeSpan.FromSeconds(40), BodyBytes: 1024 * 1024), TimeProvider.System);

        var page = await patient.OpenAsync($"{Site}/", CancellationToken.None);

        Assert.That(page.Trouble, Does.Contain("longer than 1 MB"));
        Assert.That(patient.Hops[0].ResponseBody, Has.Length.LessThanOrEqualTo(1024 * 1024));
    }

    [Test]
    public async Task A_form_is_encoded_as_browsers_do()
    {
        Answer("/acs", StubResponse.Html("ok"));

        await _driver.SubmitAsync($"{Site}/", $"{Site}/acs", HttpMethod.Post, [new("SAMLResponse", "PHg+/w=="), new("RelayState", "a b~*-._'()\nü€😀")], CancellationToken.None);

        Assert.That(
            _bench.Stub.Journal.Exchanges[^1].Request.BodyText,
            Is.EqualTo("SAMLResponse=PHg%2B%2Fw%3D%3D&RelayState=a+b%7E*-._%27%28%29%0D%0A%C3%BC%E2%82%AC%F0%9F%98%80"));
    }

    [Test]
    public async Task Reading_aside_leaves_the_browser_as_it_was()
    {
        Answer("/page", StubResponse.Html("<h1>page</h1>"));
        Answer("/me", StubResponse.Json("{}").With("Set-Cookie", "probe=1"));
        await _driver.OpenAsync($"{Site}/page", CancellationToken.None);

        await _driver.ReadAsync($"{Site}/me", keepCookies: false, CancellationToken.None);

        Assert.That(_driver.Page.Url, Is.EqualTo($"{Site}/page"));
        Assert.That(await _driver.CookiesAsync(CancellationToken.None), Is.Empty);
        Assert.That(_driver.Hops[^1].IsProbe, Is.True);
    }

    [Test]
    public async Task Compressed_answers_are_read()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("""{"user":"alice"}"""));
        }

        Answer("/", new StubResponse { Body = packed.ToArray(), Headers = [new("Content-Type", "application/json"), new("Content-Encoding", "gzip")] });
        await using var driver = OnTheBench();

        Assert.That((await driver.OpenAsync($"{Site}/", CancellationToken.None)).Body, Is.EqualTo("""{"user":"alice"}"""));
    }

    [Test]
    public async Task A_host_that_nobody_named_is_not_reached_and_stands_in_the_record()
    {
        Answer("/", new StubResponse());
        await using var driver = OnTheBench();

        var refused = await driver.OpenAsync("https://dialpad.com/", CancellationToken.None);
        var known = await driver.OpenAsync($"{Site}/", CancellationToken.None);

        Assert.That(refused.Status, Is.Zero);
        Assert.That(refused.Trouble, Does.StartWith("no answer: dialpad.com:443 cannot be reached."));
        Assert.That(_bench.Proxy.Blocked.Select(blocked => blocked.Host), Is.EqualTo((string[])["dialpad.com"]));
        Assert.That(known.Status, Is.EqualTo(200));
    }

    private HttpDriver OnTheBench() => new(
        Conformance.Player.Benches.BenchHttp.Create(_bench.Proxy, _bench.Authority, false, TimeSpan.FromSeconds(2)), new DriverLimits(TimeSpan.FromSeconds(2)), TimeProvider.System);

    private void Answer(string path, StubResponse response) =>
        _bench.Stub.Handle(StubRoute.Exact(path, "sp.example"), (_, _) => ValueTask.FromResult(response));
}
