using System.Text;
using System.Xml.Linq;
using Conformance.Saml.Keys;
using Conformance.SelfTests.Saml;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

[CancelAfter(60_000)]
internal sealed class MetadataExportTests
{
    private static readonly XNamespace _md = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static readonly XNamespace _ds = "http://www.w3.org/2000/09/xmldsig#";

    [TestCase("plain", new[] { "HTTP-Redirect", "HTTP-POST" })]
    [TestCase("jumpcloud", new[] { "HTTP-POST" })]
    [TestCase("entra", new[] { "HTTP-Redirect", "HTTP-POST" })]
    public async Task Metadata_is_valid_and_names_the_endpoints(string look, string[] bindings)
    {
        await using var bench = await IdpBench.StartAsync(look);
        using var visitor = bench.Visit();

        var xml = (await visitor.OpenAsync(bench.Idp.MetadataUrl(bench.Application))).Html;

        Assert.That(xml, Is.EqualTo(bench.Idp.MetadataXml(bench.Application)));
        var root = XElement.Parse(xml);
        Assert.That((string?)root.Attribute("entityID"), Is.EqualTo(bench.Idp.EntityId));
        Assert.That(Bindings(root), Is.EqualTo(bindings));
        Assert.That(
            root.Descendants(_md + "SingleSignOnService").Select(endpoint => (string?)endpoint.Attribute("Location")),
            Is.All.EqualTo(bench.Idp.SingleSignOnUrl(bench.Application)));

        // The types of the WS-Federation roles are not in SAML's schemas.
        root.Elements(_md + "RoleDescriptor").Remove();
        Schema.Require();
        var (code, error) = Schema.Validate(Encoding.UTF8.GetBytes(root.ToString()), "saml-schema-metadata-2.0.xsd");
        Assert.That(code, Is.Zero, error);
    }

    [Test]
    public async Task JumpCloud_declares_the_redirect_endpoint_when_the_box_is_ticked()
    {
        await using var bench = await IdpBench.StartAsync("jumpcloud", application => application with { DeclareRedirectEndpoint = true });

        Assert.That(
            string.Join(' ', Bindings(XElement.Parse(bench.Idp.MetadataXml(bench.Application)))), Is.EqualTo("HTTP-Redirect HTTP-POST"));
    }

    [Test]
    public async Task The_first_key_of_Entra_metadata_is_not_the_one_that_signs_SAML()
    {
        await using var bench = await IdpBench.StartAsync("entra");

        var root = XElement.Parse(bench.Idp.MetadataXml(bench.Application));

        Assert.That(root.Descendants(_ds + "X509Certificate").First().Value, Is.Not.EqualTo(bench.Idp.CertificateBare));
        Assert.That(
            root.Element(_md + "IDPSSODescriptor")!.Descendants(_ds + "X509Certificate").Single().Value,
            Is.EqualTo(bench.Idp.CertificateBare));
    }

    [Test]
    public async Task Keys_are_published_before_they_sign_and_after()
    {
        using var next = SigningKey.CreateRsa("next", "CN=next", 2048, TimeProvider.System);
        await using var bench = await IdpBench.StartAsync("jumpcloud");
        var old = bench.Idp.Keys[0];

        bench.Idp.Publish(next);
        Assert.That(Certificates(bench), Is.EqualTo(new[] { old.CertificateBase64, next.CertificateBase64 }));
        bench.Idp.SignWith(next);
        Assert.That(Certificates(bench), Is.EqualTo(new[] { next.CertificateBase64, old.CertificateBase64 }));
        Assert.That(bench.Idp.DraftFor(null, bench.Application, bench.Alice).Signing.Key, Is.SameAs(next));
        bench.Idp.Withdraw(old);

        Assert.That(Certificates(bench), Is.EqualTo(new[] { next.CertificateBase64 }));
        Assert.That(() => bench.Idp.Withdraw(next), Throws.InvalidOperationException);
        Assert.That(bench.Idp.CertificatePem, Does.StartWith("-----BEGIN CERTIFICATE-----"));
        Assert.That(bench.Idp.CertificateBare, Does.Not.Contain("BEGIN").And.Not.Contain("\n"));
    }

    private static string[] Certificates(IdpBench bench) =>
        [.. XElement.Parse(bench.Idp.MetadataXml(bench.Application)).Descendants(_ds + "X509Certificate").Select(element => element.Value)];

    private static IEnumerable<string> Bindings(XElement root) => root.Descendants(_md + "SingleSignOnService")
        .Select(endpoint => ((string)endpoint.Attribute("Binding")!).Split(':')[^1]);
}
