using Conformance.Fakes.Network;
using Conformance.Fakes.Stubs;
using Conformance.Player.Browsers;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Network;

[CancelAfter(120_000)]
internal sealed class BrowserTests
{
    private BrowserLaunch _launch = null!;
    private LoopbackBench _bench = null!;

    [OneTimeSetUp]
    public async Task Launch()
    {
        _bench = await LoopbackBench.StartAsync("dialpad.com", "sso.jumpcloud.com", "login.microsoftonline.com", "accounts.google.com");
        _launch = await BrowserLaunch.StartAsync(new BrowserSettings(), _bench.Authority, TestContext.Progress.WriteLine);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _launch.DisposeAsync();
        await _bench.DisposeAsync();
    }

    [TestCase("dialpad.com")]
    [TestCase("sso.jumpcloud.com")]
    [TestCase("login.microsoftonline.com")]
    [TestCase("accounts.google.com")]
    public async Task Opens_a_mapped_host_over_TLS_without_any_waiver(string host)
    {
        _bench.Stub.Handle(host, (request, _) => ValueTask.FromResult(StubResponse.Html($"<title>{request.Host}</title>")));
        await using var context = await _launch.NewContextAsync(_bench.Proxy);
        var page = await context.NewPageAsync();

        var response = await page.GotoAsync($"https://{host}/saml2/dialpad?a=%2f");

        Assert.That(await page.TitleAsync(), Is.EqualTo(host));
        Assert.That(page.Url, Is.EqualTo($"https://{host}/saml2/dialpad?a=%2f"));
        Assert.That((await response!.SecurityDetailsAsync())!.Protocol, Does.StartWith("TLS"));
    }

    [Test]
    public async Task Distrusts_another_authority()
    {
        using var stranger = new CertificateAuthority(TimeProvider.System);
        await using var stub = await StubHost.StartAsync(stranger.CertificateFor, TimeProvider.System);
        var hosts = new HostMap();
        hosts.Map("dialpad.com", stub.TlsPort);
        await using var proxy = ConnectProxy.Start(hosts, TimeProvider.System);
        await using var context = await _launch.NewContextAsync(proxy);
        var page = await context.NewPageAsync();

        await Assert.ThatAsync(
            () => page.GotoAsync("https://dialpad.com/"),
            Throws.InstanceOf<PlaywrightException>().With.Message.Contains("ERR_CERT_AUTHORITY_INVALID"));
        Assert.That(stub.Journal.Exchanges, Is.Empty);
    }

    [Test]
    public async Task Reaches_nothing_that_is_not_mapped()
    {
        await using var context = await _launch.NewContextAsync(_bench.Proxy);
        var page = await context.NewPageAsync();

        await Assert.ThatAsync(
            () => page.GotoAsync("https://unmapped.example/"),
            Throws.InstanceOf<PlaywrightException>().With.Message.Contains("ERR_TUNNEL_CONNECTION_FAILED"));
        Assert.That(_bench.Proxy.Blocked.Select(blocked => blocked.Host), Does.Contain("unmapped.example"));
    }

    [Test]
    public async Task Opens_a_declared_plain_port_of_this_machine()
    {
        _bench.Hosts.AllowLoopback(_bench.Stub.HttpPort);
        using var route = _bench.Stub.Handle("127.0.0.1", (_, _) => ValueTask.FromResult(StubResponse.Html("<title>plain</title>")));
        await using var context = await _launch.NewContextAsync(_bench.Proxy);
        var page = await context.NewPageAsync();

        await page.GotoAsync($"http://127.0.0.1:{_bench.Stub.HttpPort}/");

        Assert.That(await page.TitleAsync(), Is.EqualTo("plain"));
    }

    [Test]
    public async Task Withholds_Lax_cookies_from_a_cross_site_post()
    {
        using var login = _bench.Stub.Handle(StubRoute.Exact("/cookies", "dialpad.com"), (_, _) => ValueTask.FromResult(
            StubResponse.Html("set")
                .With("Set-Cookie", "lax=1; Secure; SameSite=Lax; Path=/")
                .With("Set-Cookie", "none=1; Secure; SameSite=None; Path=/")));
        using var acs = _bench.Stub.Handle(StubRoute.Exact("/acs", "dialpad.com"), (_, _) =>
            ValueTask.FromResult(StubResponse.Html("<title>acs</title>")));
        using var idp = _bench.Stub.Handle(StubRoute.Exact("/post", "sso.jumpcloud.com"), (_, _) => ValueTask.FromResult(StubResponse.Html(
            """
            <form method="post" action="https://dialpad.com/acs"><input type="hidden" name="SAMLResponse" value="a+b/c="></form>
            <script>document.forms[0].submit()</script>
            """)));
        await using var context = await _launch.NewContextAsync(_bench.Proxy);
        var page = await context.NewPageAsync();

        await page.GotoAsync("https://dialpad.com/cookies");
        await page.GotoAsync("https://sso.jumpcloud.com/post");
        await page.WaitForURLAsync("https://dialpad.com/acs");

        var posted = await _bench.Stub.Journal.WaitForAsync(
            exchange => exchange.Request is { Method: "POST", RawPath: "/acs" }, TimeSpan.FromSeconds(10));
        Assert.That(posted.Request.Cookie("none"), Is.EqualTo("1"));
        Assert.That(posted.Request.Cookie("lax"), Is.Null);
        Assert.That(posted.Request.Header("Origin"), Is.EqualTo("https://sso.jumpcloud.com"));
        Assert.That(posted.Request.Form("SAMLResponse"), Is.EqualTo("a+b/c="));
    }

    [Test]
    public async Task Keeps_the_benches_of_one_browser_apart()
    {
        await using var other = await LoopbackBench.StartAsync("dialpad.com");
        other.Stub.Handle("dialpad.com", (_, _) => ValueTask.FromResult(StubResponse.Html("<title>other</title>")));
        await using var context = await _launch.NewContextAsync(other.Proxy, new BrowserNewContextOptions { IgnoreHTTPSErrors = true, Locale = "de-DE" });
        var page = await context.NewPageAsync();

        await page.GotoAsync("https://dialpad.com/");

        Assert.That(await page.TitleAsync(), Is.EqualTo("other"));
        Assert.That(await page.EvaluateAsync<string>("navigator.language"), Is.EqualTo("de-DE"));
    }
}
