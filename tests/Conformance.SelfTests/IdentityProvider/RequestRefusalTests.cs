using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Bindings;
using Conformance.Saml.Messages;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>Requests that the identity provider does not take.</summary>
[CancelAfter(60_000)]
internal sealed class RequestRefusalTests
{
    private const string Names = "xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"";

    public static IEnumerable<TestCaseData> EntraCases =>
    [
        Case("acs-other", Requests.Xml(acs: "https://sp.example/other"), IdpPages.AcsMismatch, "AADSTS50011"),
        Case("acs-case", Requests.Xml(acs: "https://sp.example/ACS"), IdpPages.AcsMismatch, "AADSTS50011"),
        Case("acs-slash", Requests.Xml(acs: "https://sp.example/acs/"), IdpPages.AcsMismatch, "AADSTS50011"),
        Case("issuer-unknown", Requests.Xml(issuer: "https://sp.example/metadata/"), IdpPages.UnknownApplication, "AADSTS700016"),
        Case("id-digit", Requests.Xml("1request"), IdpPages.BadId, "AADSTS7500529: The value '1request'"),
        Case("id-slash", Requests.Xml("_a/b"), IdpPages.BadId, "AADSTS7500529"),
        Case("version", Requests.Xml(version: "1.1"), IdpPages.BadRequest, "AADSTS75005"),
        Case("no-xml", "<samlp:AuthnRequest", IdpPages.BadRequest, "AADSTS75005"),
        Case("dtd", "<!DOCTYPE a [<!ENTITY e 'x'>]>" + Requests.Xml(), IdpPages.BadRequest, "AADSTS75005"),
        Case("other-message", $"<samlp:ManageNameIDRequest {Names} ID='_1'/>", IdpPages.BadRequest, "AADSTS75005"),
        Case("format", Requests.Xml(content: "<samlp:NameIDPolicy Format='urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos'/>"), IdpPages.NameIdPolicy, "AADSTS75016"),
        Case("subject", Requests.Xml(content: "<saml:Subject><saml:NameID>alice</saml:NameID></saml:Subject>"), IdpPages.UnsupportedProperty, "AADSTS900236: The SAML authentication request property 'Subject'"),
        Case("scoping", Requests.Xml(content: "<samlp:Scoping ProxyCount='1'/>"), IdpPages.UnsupportedProperty, "'Scoping'"),
        Case("index-and-url", Requests.Xml(attributes: "AssertionConsumerServiceIndex='1'"), IdpPages.UnsupportedProperty, "AADSTS900236"),
        Case("comparison", Requests.Xml(content: "<samlp:RequestedAuthnContext Comparison='minimum'><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>"), IdpPages.UnsupportedProperty, "AADSTS900236"),
        Case("passive", Requests.Xml(attributes: "IsPassive='true'"), IdpPages.NoSession, "AADSTS50058"),
    ];

    [TestCaseSource(nameof(EntraCases))]
    public async Task Entra_shows_its_code(string xml, string kind, string text)
    {
        await using var bench = await IdpBench.StartAsync("entra");
        using var visitor = bench.Visit();
        bench.Idp.GrantAnswer();

        var page = await visitor.OpenAsync(bench.RedirectUrl(xml));

        Assert.That(page.Kind, Is.EqualTo(kind), page.Html);
        Assert.That(page.Text, Does.Contain(text));
        Assert.That(bench.Idp.Issued, Is.Empty);
        Assert.That(bench.Idp.Received.Single().Xml, Is.EqualTo(xml));
    }

    [Test]
    public async Task Entra_wants_a_message()
    {
        await using var bench = await IdpBench.StartAsync("entra");
        using var visitor = bench.Visit();

        var page = await visitor.OpenAsync(bench.Idp.SingleSignOnUrl(bench.Application));

        Assert.That(page.Kind, Is.EqualTo(IdpPages.MissingRequest));
        Assert.That(page.Text, Does.Contain("AADSTS750054"));
        Assert.That(bench.Idp.Received, Is.Empty);
    }

    [TestCase("SAMLRequest=%%%")]
    [TestCase("SAMLRequest=AAAA")]
    [TestCase("SAMLRequest=bm90IGRlZmxhdGVk")]
    public async Task Octets_that_are_no_message_are_recorded_and_refused(string query)
    {
        await using var bench = await IdpBench.StartAsync("entra");
        using var visitor = bench.Visit();

        var page = await visitor.OpenAsync($"{bench.Idp.SingleSignOnUrl(bench.Application)}?{query}");

        Assert.That(page.Kind, Is.EqualTo(IdpPages.BadRequest));
        var received = bench.Idp.Received.Single();
        Assert.That(received.Kind, Is.EqualTo(ReceivedKind.Unreadable));
        Assert.That(received.Problems, Is.Not.Empty);
    }

    [Test]
    public async Task Entra_denies_an_authentication_that_was_not_made()
    {
        await using var bench = await IdpBench.StartAsync("entra");
        using var visitor = bench.Visit();
        bench.Idp.GrantAnswer();
        var xml = Requests.Xml(content: "<samlp:RequestedAuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:X509</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>");

        var page = await visitor.SignInAsync(await visitor.OpenAsync(bench.RedirectUrl(xml)), bench.Alice);

        Assert.That(page.Kind, Is.EqualTo(IdpPages.AuthnContext));
        Assert.That(page.Text, Does.Contain("AADSTS75011: Authentication method 'Password'").And.Contain("requested authentication method 'X509'"));
    }

    [Test]
    public async Task Old_requests_are_refused_only_where_an_age_is_set()
    {
        var old = Requests.Xml(issued: DateTimeOffset.UtcNow.AddDays(-3));
        await using var lenient = await IdpBench.StartAsync("entra");
        await using var strict = await IdpBench.StartAsync(
            "entra", settings: before => before with { Requests = before.Requests with { MaxAge = TimeSpan.FromHours(1) } });
        using var visitor = lenient.Visit();
        using var other = strict.Visit();

        Assert.That((await visitor.OpenAsync(lenient.RedirectUrl(old))).Kind, Is.EqualTo(IdpPages.SignIn));
        Assert.That((await other.OpenAsync(strict.RedirectUrl(old))).Text, Does.Contain("AADSTS76026"));
    }

    [Test]
    public async Task A_refused_qualifier_becomes_an_error_Response_where_granted()
    {
        await using var bench = await IdpBench.StartAsync(
            "entra", settings: before => before with { Requests = before.Requests with { RefuseSPNameQualifier = true } });
        using var visitor = bench.Visit();
        var url = bench.RedirectUrl(Requests.Xml(content: "<samlp:NameIDPolicy SPNameQualifier='urn:x'/>"), "state");
        Assert.That((await visitor.OpenAsync(url)).Kind, Is.EqualTo(IdpPages.UnsupportedRequest));
        bench.Idp.GrantAnswer();

        var page = await visitor.OpenAsync(url);

        Assert.That(page.Kind, Is.EqualTo(IdpPages.Deliver));
        Assert.That(page["RelayState"], Is.EqualTo("state"));
        var xml = HttpPostBinding.Decode(page["SAMLResponse"])!;
        Assert.That(xml, Does.Contain("status:Requester").And.Contain("RequestUnsupported").And.Contain("AADSTS75006"));
        Assert.That(xml, Does.Not.Contain("Signature").And.Not.Contain("<Assertion").And.Not.Contain("Destination"));
        Assert.That(ResponseReader.Read(xml).InResponseTo, Is.EqualTo("_request1"));
    }

    [TestCase("https://sp.example/Metadata", "https://sp.example/acs", IdpPages.UnknownApplication)]
    [TestCase("https://sp.example/metadata", "https://sp.example/elsewhere", IdpPages.AcsMismatch)]
    public async Task JumpCloud_compares_entity_ID_and_ACS_exactly(string issuer, string acs, string kind)
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud");
        using var visitor = bench.Visit();

        Assert.That((await visitor.OpenAsync(bench.RedirectUrl(Requests.Xml(issuer: issuer, acs: acs)))).Kind, Is.EqualTo(kind));
    }

    [Test]
    public async Task JumpCloud_knows_applications_by_their_path()
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud");
        using var visitor = bench.Visit();
        var url = bench.RedirectUrl(Requests.Xml()).Replace("/saml2/example", "/saml2/other", StringComparison.Ordinal);

        Assert.That((await visitor.OpenAsync(url)).Kind, Is.EqualTo(IdpPages.UnknownApplication));
    }

    [Test]
    public async Task The_other_looks_take_what_only_Entra_refuses()
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud");
        using var visitor = bench.Visit();
        var xml = Requests.Xml("1digit", content: "<samlp:NameIDPolicy Format='urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos'/>");

        Assert.That((await visitor.OpenAsync(bench.RedirectUrl(xml))).Kind, Is.EqualTo(IdpPages.SignIn));
        Assert.That(bench.Idp.Received.Single().Problems, Is.Not.Empty);
    }

    private static TestCaseData Case(string name, string xml, string kind, string text) =>
        new TestCaseData(xml, kind, text).SetArgDisplayNames(name);
}
