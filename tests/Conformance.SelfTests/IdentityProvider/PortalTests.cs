using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Messages;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

[CancelAfter(60_000)]
internal sealed class PortalTests
{
    [Test]
    public async Task A_tile_sends_an_unsolicited_answer_where_granted([Values("plain", "jumpcloud", "entra")] string look)
    {
        await using var bench = await IdpBench.StartAsync(look, application => application with { DefaultRelayState = "/start" });
        using var visitor = bench.Visit();
        var portal = await visitor.SignInAsync(await visitor.OpenAsync(bench.Idp.PortalUrl), bench.Alice);
        Assert.That(portal.Kind, Is.EqualTo(IdpPages.Portal), portal.Html);
        var tile = portal.Links.Single(link => link.Key.EndsWith("Example", StringComparison.Ordinal)).Value;
        Assert.That((await visitor.OpenAsync(tile)).Kind, Is.EqualTo(IdpPages.Waiting));
        bench.Idp.GrantAnswer();

        var delivery = await visitor.OpenAsync(tile);

        Assert.That(delivery.Kind, Is.EqualTo(IdpPages.Deliver), delivery.Html);
        Assert.That(delivery["RelayState"], Is.EqualTo("/start"));
        var xml = ResponseReader.ReadPosted(delivery["SAMLResponse"]).Xml;
        Assert.That(xml, Does.Not.Contain("InResponseTo"));
        Assert.That(bench.Idp.Received, Is.Empty);
    }

    [Test]
    public async Task A_tile_with_a_sign_on_address_leads_there()
    {
        await using var bench = await IdpBench.StartAsync("entra");
        using var visitor = bench.Visit();
        bench.Idp.Register(bench.Application with { SignOnUrl = bench.Idp.MetadataUrl(bench.Application) });
        var portal = await visitor.SignInAsync(await visitor.OpenAsync(bench.Idp.PortalUrl), bench.Alice);

        var page = await visitor.OpenAsync(portal.Links.Single(link => link.Key.EndsWith("Example", StringComparison.Ordinal)).Value);

        Assert.That(page.Url.AbsoluteUri, Is.EqualTo(bench.Idp.MetadataUrl(bench.Application)));
        Assert.That(bench.Idp.Issued, Is.Empty);
    }

    [Test]
    public async Task Portal_shows_no_tile_of_others_and_of_inactive_ones()
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud");
        using var visitor = bench.Visit();
        bench.Idp.Register(bench.Application with { EntityId = "other", Name = "Other", Segment = "other", AssignedGroups = ["Finance"] });
        bench.Idp.Register(bench.Application with { EntityId = "off", Name = "Off", Segment = "off", Active = false });

        var portal = await visitor.SignInAsync(await visitor.OpenAsync(bench.Idp.PortalUrl), bench.Alice);

        Assert.That(string.Join(' ', portal.Links.Keys), Is.EqualTo("Example Sign out"));
    }

    [Test]
    public async Task The_IdP_URL_of_JumpCloud_without_a_message_sends_an_unsolicited_answer()
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud");
        using var visitor = bench.Visit();
        bench.Idp.GrantAnswer();

        var page = await visitor.SignInAsync(await visitor.OpenAsync(bench.Idp.SingleSignOnUrl(bench.Application)), bench.Alice);

        Assert.That(page.Kind, Is.EqualTo(IdpPages.Deliver), page.Html);
        Assert.That(bench.Idp.Issued.Single().Request, Is.Null);
    }

    [Test]
    public async Task Signing_out_ends_the_session()
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud");
        using var visitor = bench.Visit();
        var portal = await visitor.SignInAsync(await visitor.OpenAsync(bench.Idp.PortalUrl), bench.Alice);

        Assert.That((await visitor.OpenAsync(portal.Links["Sign out"])).Kind, Is.EqualTo(IdpPages.SignedOut));
        Assert.That((await visitor.OpenAsync(bench.Idp.PortalUrl)).Kind, Is.EqualTo(IdpPages.SignIn));
    }
}
