using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Bindings;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

[CancelAfter(60_000)]
internal sealed class LoginTests
{
    private const string RelayState = "a very long state that is more than eighty bytes long, with = & + % \" < > ' and an \u00fcmlaut";

    [Test]
    public async Task Signs_a_person_in(
        [Values("plain", "jumpcloud", "entra")] string look,
        [Values(BindingUris.HttpRedirect, BindingUris.HttpPost)] string binding,
        [Values] bool plainHttp)
    {
        await using var bench = await IdpBench.StartAsync(look, plainHttp: plainHttp);
        using var visitor = bench.Visit();
        var xml = Requests.Xml();

        var page = binding == BindingUris.HttpRedirect
            ? await visitor.OpenAsync(bench.RedirectUrl(xml, RelayState))
            : await visitor.PostAsync(
                bench.Idp.SingleSignOnUrl(bench.Application), [new("SAMLRequest", HttpPostBinding.Encode(xml)), new("RelayState", RelayState)]);
        Assert.That(page.Kind, Is.EqualTo(IdpPages.SignIn), page.Html);
        bench.Idp.GrantAnswer();
        var delivery = await visitor.SignInAsync(page, bench.Alice);

        Assert.That(delivery.Kind, Is.EqualTo(IdpPages.Deliver), delivery.Html);
        Assert.That(delivery.Action, Is.EqualTo("https://sp.example/acs"));
        Assert.That(delivery["RelayState"], Is.EqualTo(RelayState));
        var response = ResponseReader.ReadPosted(delivery["SAMLResponse"]);
        Assert.That(response.Problems, Is.Empty);
        Assert.That(response.InResponseTo, Is.EqualTo("_request1"));
        Assert.That(response.Issuer, Is.EqualTo(bench.Idp.EntityId));
        Assert.That(response.Destination, Is.EqualTo("https://sp.example/acs"));
        Assert.That(bench.Idp.Issued, Has.Count.EqualTo(1));

        var received = bench.Idp.Received.Single();
        Assert.That(received.Binding, Is.EqualTo(binding));
        Assert.That(received.RelayState, Is.EqualTo(RelayState));
        Assert.That(received.Xml, Is.EqualTo(xml));
        Assert.That(received.AuthnRequest!.ID, Is.EqualTo("_request1"));
        Assert.That(received.Signature, Is.EqualTo(SignatureVerdict.Absent));
    }

    [TestCase("plain")]
    [TestCase("jumpcloud")]
    [TestCase("entra")]
    public async Task Asks_no_second_time_while_the_session_lives(string look)
    {
        await using var bench = await IdpBench.StartAsync(look);
        using var visitor = bench.Visit();
        bench.Idp.GrantAnswer(2);
        var first = await visitor.OpenAsync(bench.Idp.PortalUrl);
        var portal = await visitor.SignInAsync(first, bench.Alice);
        Assert.That(portal.Kind, Is.EqualTo(IdpPages.Portal), portal.Html);

        var delivery = await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml()));

        Assert.That(delivery.Kind, Is.EqualTo(IdpPages.Deliver), delivery.Html);
        Assert.That(bench.Idp.Grants, Is.EqualTo(1));
    }

    [Test]
    public async Task Asks_again_when_the_request_forces_it()
    {
        await using var bench = await IdpBench.StartAsync("plain");
        using var visitor = bench.Visit();
        bench.Idp.GrantAnswer(2);
        await visitor.SignInAsync(await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml())), bench.Alice);

        var page = await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml("_r2", attributes: "ForceAuthn=\"true\"")));

        Assert.That(page.Kind, Is.EqualTo(IdpPages.SignIn));
    }

    [Test]
    public async Task Sends_each_answer_where_its_own_request_wants_it()
    {
        await using var bench = await IdpBench.StartAsync("entra");
        using var visitor = bench.Visit();
        var older = await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml("_older", acs: "https://sp.example/second"), "older"));
        await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml("_newer"), "newer"));
        bench.Idp.GrantAnswer();

        var delivery = await visitor.SignInAsync(older, bench.Alice);

        Assert.That(delivery.Action, Is.EqualTo("https://sp.example/second"));
        Assert.That(delivery["RelayState"], Is.EqualTo("older"));
        Assert.That(ResponseReader.ReadPosted(delivery["SAMLResponse"]).InResponseTo, Is.EqualTo("_older"));
    }

    [Test]
    public async Task Sends_no_RelayState_where_none_came()
    {
        await using var bench = await IdpBench.StartAsync("plain");
        using var visitor = bench.Visit();
        bench.Idp.GrantAnswer();

        var delivery = await visitor.SignInAsync(await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml())), bench.Alice);

        Assert.That(string.Join(' ', delivery.Fields.Select(field => field.Key)), Is.EqualTo("SAMLResponse"));
    }
}
