using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>What an honest answer says in each look.</summary>
[CancelAfter(60_000)]
internal sealed class DraftTests
{
    [TestCase("entra", null, -5, 60, 60)]
    [TestCase("entra", "documented", 0, 70, 5)]
    [TestCase("jumpcloud", null, -1, 10, 10)]
    public async Task Times_are_those_of_the_window(string look, string? window, int notBefore, int notOnOrAfter, int confirmation)
    {
        await using var bench = await IdpBench.StartAsync(
            look, settings: before => window is null ? before : before with { TimeWindow = window });

        var content = bench.Idp.DraftFor(null, bench.Application, bench.Alice).Content;

        Assert.That((content.NotBefore - content.IssueInstant)!.Value.TotalMinutes, Is.EqualTo(notBefore));
        Assert.That((content.NotOnOrAfter - content.IssueInstant)!.Value.TotalMinutes, Is.EqualTo(notOnOrAfter));
        Assert.That((content.ConfirmationNotOnOrAfter - content.IssueInstant)!.Value.TotalMinutes, Is.EqualTo(confirmation));
        Assert.That(content.InResponseTo, Is.Null);
    }

    [Test]
    public async Task Entra_writes_its_claims_and_leaves_empty_ones_out()
    {
        await using var bench = await IdpBench.StartAsync("entra", application => application with
        {
            Claims = [new("email", "user.mail"), new("firstName", "user.givenname"), new("lastName", "user.surname")],
        });

        var nora = bench.Idp.DraftFor(null, bench.Application, bench.Person("nora")).Content;
        var ulrich = bench.Idp.DraftFor(null, bench.Application, bench.Person("ulrich")).Content;

        Assert.That(nora.Attributes.Select(attribute => attribute.Name), Has.None.EqualTo("email"));
        Assert.That(Value(nora, "firstName"), Is.EqualTo("Nora"));
        Assert.That(Value(ulrich, "email"), Is.EqualTo("ulrich.ulm@aerolabs.io"));
        Assert.That(ulrich.NameId, Is.EqualTo(new NameId("u.ulm@aerolabs.io", NameIdFormats.EmailAddress)));
        Assert.That(
            Value(ulrich, "http://schemas.microsoft.com/identity/claims/identityprovider"),
            Is.EqualTo("https://sts.windows.net/6f1d3c52-8a0b-4e57-9c64-2b7e90a4d1f8/"));
        Assert.That(ulrich.SessionIndex, Is.EqualTo(ulrich.AssertionId));
    }

    [Test]
    public async Task JumpCloud_fields_are_lower_case_and_its_default_format_is_1_0()
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud", application => application with
        {
            Claims = [new("firstName", "firstName"), new("lastName", "lastname"), ClaimMapping.Constant("plan", "gold")],
        });

        var content = bench.Idp.DraftFor(null, bench.Application, bench.Alice).Content;

        Assert.That(string.Join(' ', content.Attributes.Select(attribute => attribute.Name)), Is.EqualTo("lastName plan"));
        Assert.That(content.NameId, Is.EqualTo(new NameId("alice@aerolabs.io", "urn:oasis:names:tc:SAML:1.0:nameid-format:unspecified")));
    }

    [TestCase("entra", NameIdFormats.EmailAddress, NameIdFormats.EmailAddress)]
    [TestCase("entra", NameIdFormats.Persistent, NameIdFormats.Persistent)]
    [TestCase("entra", NameIdFormats.Transient, NameIdFormats.Transient)]
    [TestCase("entra", NameIdFormats.Unspecified, NameIdFormats.EmailAddress)]
    [TestCase("jumpcloud", NameIdFormats.Persistent, NameIdFormats.Unspecified10)]
    [TestCase("plain", NameIdFormats.Kerberos, NameIdFormats.EmailAddress)]
    public async Task The_request_decides_the_format_where_it_may(string look, string asked, string given)
    {
        await using var bench = await IdpBench.StartAsync(look);

        var nameId = bench.Idp.DraftFor(Received(bench, new NameIdPolicy(asked)), bench.Application, bench.Alice).Content.NameId!;

        Assert.That(nameId.Format, Is.EqualTo(given));
        Assert.That(nameId.Value == "alice@aerolabs.io", Is.EqualTo(given is not (NameIdFormats.Persistent or NameIdFormats.Transient)));
    }

    [Test]
    public async Task A_name_that_is_no_URI_gets_the_prefix_of_Entra_as_Audience()
    {
        await using var bench = await IdpBench.StartAsync("entra", application => application with { EntityId = "example" });
        await using var other = await IdpBench.StartAsync("plain", application => application with { EntityId = "example" });

        Assert.That(string.Join(' ', bench.Idp.DraftFor(null, bench.Application, bench.Alice).Content.Audiences), Is.EqualTo("spn:example"));
        Assert.That(string.Join(' ', other.Idp.DraftFor(null, other.Application, other.Alice).Content.Audiences), Is.EqualTo("example"));
    }

    [Test]
    public async Task What_a_person_brings_along_is_sent_as_it_is()
    {
        await using var bench = await IdpBench.StartAsync("plain");
        var person = bench.Alice with
        {
            NameId = new NameId("victim", NameIdFormats.Persistent, "q"),
            Attributes = [new SamlAttribute("groups", ["a", "b"]) { FriendlyName = "Groups" }],
        };

        var content = bench.Idp.DraftFor(Received(bench, new NameIdPolicy(NameIdFormats.Transient)), bench.Application, person).Content;

        Assert.That(content.NameId, Is.EqualTo(person.NameId));
        Assert.That(content.Attributes, Is.EqualTo(person.Attributes));
    }

    [Test]
    public async Task A_missing_source_gives_an_opaque_name_at_Entra_and_none_elsewhere()
    {
        await using var entra = await IdpBench.StartAsync("entra", application => application with { NameIdSource = "user.mail" });
        await using var jumpCloud = await IdpBench.StartAsync("jumpcloud");

        var opaque = entra.Idp.DraftFor(null, entra.Application, entra.Person("nora")).Content.NameId!;

        Assert.That(opaque.Format, Is.EqualTo(NameIdFormats.Persistent));
        Assert.That(opaque, Is.EqualTo(entra.Idp.DraftFor(null, entra.Application, entra.Person("nora")).Content.NameId));
        Assert.That(jumpCloud.Idp.DraftFor(null, jumpCloud.Application, jumpCloud.Person("nora")).Content.NameId, Is.Null);
    }

    [Test]
    public async Task An_application_overrides_issuer_places_and_algorithm()
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud", application => application with
        {
            Issuer = "Acme-1",
            SignedParts = SignedParts.Response,
            SignatureMethod = SignatureAlgorithms.RsaSha1,
        });

        var draft = bench.Idp.DraftFor(null, bench.Application, bench.Alice);

        Assert.That(draft.Content.Issuer, Is.EqualTo("Acme-1"));
        Assert.That(draft.Signing.Parts, Is.EqualTo(SignedParts.Response));
        Assert.That(draft.Signing.SignatureMethod, Is.EqualTo(SignatureAlgorithms.RsaSha1));
    }

    private static ReceivedMessage Received(IdpBench bench, NameIdPolicy policy) => new()
    {
        Index = 1,
        Kind = ReceivedKind.AuthnRequest,
        Time = DateTimeOffset.UnixEpoch,
        Binding = BindingUris.HttpRedirect,
        Url = "",
        Application = bench.Application,
        AuthnRequest = new AuthnRequest { ID = "_r", Issuer = bench.Application.EntityId, NameIdPolicy = policy },
    };

    private static string Value(ResponseContent content, string name) =>
        content.Attributes.Single(attribute => attribute.Name == name).Values[0];
}
