using Conformance.Fakes.Stubs;
using Conformance.Player.Browsers;
using Conformance.Player.Drivers;
using Conformance.SelfTests.Network;
using NUnit.Framework;

namespace Conformance.SelfTests.Drivers;

/// <summary>What the HTTP driver says about where a request comes from is what a real browser says.</summary>
[CancelAfter(120_000)]
internal sealed class HeaderTests
{
    private static readonly string[] Telling = ["Origin", "Referer", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Content-Type", "Cookie", "Upgrade-Insecure-Requests"];

    [Test]
    public async Task Both_drivers_send_the_same_headers_along_a_login()
    {
        await using var bench = await LoopbackBench.StartAsync("sp.example", "idp.example");
        await using var launch = await BrowserLaunch.StartAsync(new BrowserSettings(), bench.Authority, TestContext.Progress.WriteLine);
        Set(bench);
        using var http = bench.CreateClient();
        var limits = new DriverLimits(TimeSpan.FromSeconds(15));
        await using var byHttp = new HttpDriver(http, limits, TimeProvider.System);
        await using var byBrowser = await BrowserDriver.CreateAsync(
            await launch.NewContextAsync(bench.Proxy), limits, () => new HttpDriver(http, limits, TimeProvider.System), TimeProvider.System);

        var expected = await JourneyAsync(byBrowser, bench);
        var actual = await JourneyAsync(byHttp, bench);

        Assert.That(actual, Is.EqualTo(expected));
        Assert.That(expected, Has.Some.Contains("POST /acs").And.Some.Contains("Origin: https://idp.example"));
    }

    [Test]
    public async Task What_is_asked_aside_of_the_browser_says_of_itself_what_the_browser_says()
    {
        await using var bench = await LoopbackBench.StartAsync("sp.example", "idp.example");
        await using var launch = await BrowserLaunch.StartAsync(new BrowserSettings(), bench.Authority, TestContext.Progress.WriteLine);
        Set(bench);
        using var http = bench.CreateClient();
        var limits = new DriverLimits(TimeSpan.FromSeconds(15));
        await using var driver = await BrowserDriver.CreateAsync(
            await launch.NewContextAsync(bench.Proxy), limits, () => new HttpDriver(http, limits, TimeProvider.System), TimeProvider.System);

        await driver.OpenAsync("https://sp.example/home", CancellationToken.None);
        await driver.ReadAsync("https://sp.example/next", keepCookies: false, CancellationToken.None);
        await driver.RequestAsync(new RawRequest("POST", "https://sp.example/acs", [], null), CancellationToken.None);

        var said = bench.Stub.Journal.Exchanges.Select(exchange => exchange.Request).Where(request => request.RawPath != "/favicon.ico")
            .Select(request => (request.RawPath, Agent: request.Header("User-Agent"), Language: request.Header("Accept-Language"))).ToList();
        var own = said.Single(request => request.RawPath == "/home");
        Assert.That(own.Agent, Is.Not.Null.And.Not.Empty);
        Assert.That(said.Single(request => request.RawPath == "/next"), Is.EqualTo(own with { RawPath = "/next" }));
        Assert.That(said.Single(request => request.RawPath == "/acs").Agent, Is.EqualTo(own.Agent));
    }

    private static async Task<List<string>> JourneyAsync(IDriver driver, LoopbackBench bench)
    {
        var before = bench.Stub.Journal.Exchanges.Count;
        await driver.OpenAsync("https://sp.example/login?a=b", CancellationToken.None);
        await driver.ClickAsync("Go on", CancellationToken.None);
        return
        [
            .. bench.Stub.Journal.Exchanges.Skip(before).Select(exchange => exchange.Request).Where(request => request.RawPath != "/favicon.ico")
                .SelectMany(request => Telling.Select(name => $"{request.Method} {request.RawPath} {name}: {request.Header(name)}")),
        ];
    }

    private static void Set(LoopbackBench bench)
    {
        Answer("sp.example", "/login", StubResponse.Redirect("https://idp.example/sso?SAMLRequest=x")
            .With("Set-Cookie", "lax=1; Secure; SameSite=Lax").With("Set-Cookie", "none=1; Secure; SameSite=None").With("Set-Cookie", "strict=1; Secure; SameSite=Strict"));
        Answer("idp.example", "/sso", StubResponse.Html(
            """<form method="post" action="https://sp.example/acs"><input type="hidden" name="SAMLResponse" value="a+b"></form><script>document.forms[0].submit()</script>"""));
        Answer("sp.example", "/acs", StubResponse.Redirect("/home", 303));
        Answer("sp.example", "/home", StubResponse.Html("""<a href="/next">Go on</a>"""));
        Answer("sp.example", "/next", StubResponse.Html("<h1>Next</h1>"));

        void Answer(string host, string path, StubResponse response) =>
            bench.Stub.Handle(StubRoute.Exact(path, host), (_, _) => ValueTask.FromResult(response));
    }
}
