using Conformance.Fakes.Stubs;
using Conformance.Player.Browsers;
using Conformance.Saml.Messages;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>The same in a real browser: labels, cookies across sites, the form that sends itself.</summary>
[CancelAfter(120_000)]
internal sealed class BrowserLoginTests
{
    private const string RelayState = "line one\r\nline \"two\" <&> \u00fc";

    [TestCase("plain")]
    [TestCase("jumpcloud")]
    [TestCase("entra")]
    public async Task A_person_signs_in_once_and_later_by_tile_and_by_request_without_a_prompt(string look)
    {
        await using var bench = await IdpBench.StartAsync(look);
        bench.Network.Stub.Handle("sp.example", (request, _) => ValueTask.FromResult(StubResponse.Html($"<h1>{request.Method}</h1>")));
        await using var launch = await BrowserLaunch.StartAsync(new BrowserSettings(), bench.Network.Authority, TestContext.Progress.WriteLine);
        await using var context = await launch.NewContextAsync(bench.Network.Proxy);
        var page = await context.NewPageAsync();

        await page.GotoAsync(bench.RedirectUrl(Requests.Xml(), RelayState));
        bench.Idp.GrantAnswer();
        var labels = bench.Idp.Settings.Labels;
        await page.GetByLabel(labels.UserName, new() { Exact = true }).FillAsync(bench.Alice.UserName);
        await page.GetByLabel(labels.Password, new() { Exact = true }).FillAsync(bench.Alice.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = labels.Button, Exact = true }).ClickAsync();
        await page.WaitForURLAsync("https://sp.example/acs");
        var posted = Posted(bench);
        Assert.That(posted.Form("RelayState"), Is.EqualTo(RelayState));
        Assert.That(ResponseReader.ReadPosted(posted.Form("SAMLResponse")!).InResponseTo, Is.EqualTo("_request1"));
        Assert.That(posted.Header("Origin"), Is.EqualTo(new Uri(bench.Idp.SingleSignOnUrl(bench.Application)).GetLeftPart(UriPartial.Authority)));

        var tab = await context.NewPageAsync();
        bench.Idp.GrantAnswer(2);
        await tab.GotoAsync(bench.Idp.PortalUrl);
        await tab.GetByRole(AriaRole.Link, new() { Name = "Example", Exact = true }).ClickAsync();
        await tab.WaitForURLAsync("https://sp.example/acs");
        await tab.GotoAsync(bench.RedirectUrl(Requests.Xml("_request2")));
        await tab.WaitForURLAsync("https://sp.example/acs");

        Assert.That(ResponseReader.ReadPosted(Posted(bench).Form("SAMLResponse")!).InResponseTo, Is.EqualTo("_request2"));
        Assert.That(bench.Idp.Issued, Has.Count.EqualTo(3));
        Assert.That(bench.Network.Proxy.Blocked, Is.Empty);
    }

    [Test]
    public async Task A_held_form_sends_itself_whatever_its_fields_are_called()
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud");
        bench.Network.Stub.Handle("sp.example", (_, _) => ValueTask.FromResult(StubResponse.Html("<h1>here</h1>")));
        await using var launch = await BrowserLaunch.StartAsync(new BrowserSettings(), bench.Network.Authority, TestContext.Progress.WriteLine);
        await using var context = await launch.NewContextAsync(bench.Network.Proxy);
        var page = await context.NewPageAsync();
        KeyValuePair<string, string>[] form = [new("submit", "1"), new("SAMLResponse", "PHg+"), new("SAMLResponse", "twice")];

        await page.GotoAsync(bench.Idp.Hold(null, "https://sp.example/acs?a=1", form, HttpMethod.Post));
        await page.WaitForURLAsync("https://sp.example/acs?a=1");

        Assert.That(Posted(bench).FormFields, Is.EqualTo(form));
    }

    private static StubRequest Posted(IdpBench bench) => bench.Network.Stub.Journal.Exchanges
        .Select(exchange => exchange.Request).Last(request => request is { Host: "sp.example", Method: "POST" });
}
