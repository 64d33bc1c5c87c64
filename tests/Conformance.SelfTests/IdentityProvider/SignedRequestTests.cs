using System.Security.Cryptography.Xml;
using System.Xml;
using Conformance.Fakes.IdentityProvider;
using Conformance.Saml.Bindings;
using Conformance.Saml.Keys;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

[CancelAfter(60_000)]
internal sealed class SignedRequestTests
{
    private SigningKey _known = null!;
    private SigningKey _older = null!;
    private SigningKey _stranger = null!;

    [OneTimeSetUp]
    public void MakeKeys()
    {
        _known = SigningKey.CreateRsa("sp", "CN=sp", 2048, TimeProvider.System);
        _older = SigningKey.CreateEcdsa("older", "CN=older", TimeProvider.System);
        _stranger = SigningKey.CreateRsa("stranger", "CN=stranger", 2048, TimeProvider.System);
    }

    [OneTimeTearDown]
    public void DisposeKeys()
    {
        _known.Dispose();
        _older.Dispose();
        _stranger.Dispose();
    }

    [Test]
    public async Task A_right_signature_is_seen_by_redirect_and_by_post([Values] bool post)
    {
        await using var bench = await StartAsync(required: true);

        Assert.That((await SendAsync(bench, _known, post)).Kind, Is.EqualTo(IdpPages.SignIn));
        Assert.That(bench.Idp.Received.Single().Signature, Is.EqualTo(SignatureVerdict.Valid), bench.Idp.Received[0].SignatureSentence);
    }

    [Test]
    public async Task A_wrong_signature_is_refused_also_where_none_is_required([Values] bool post, [Values] bool required)
    {
        await using var bench = await StartAsync(required);

        Assert.That((await SendAsync(bench, _stranger, post)).Kind, Is.EqualTo(IdpPages.BadSignature));
        Assert.That(bench.Idp.Received.Single().Signature, Is.EqualTo(SignatureVerdict.Invalid));
    }

    [Test]
    public async Task A_changed_request_is_refused([Values] bool post)
    {
        await using var bench = await StartAsync(required: false);

        var page = await SendAsync(
            bench, _known, post, text => text.Replace("RelayState=state", "RelayState=other", StringComparison.Ordinal)
                .Replace("https://sp.example/acs", "https://sp.example/second", StringComparison.Ordinal));

        Assert.That(page.Kind, Is.EqualTo(IdpPages.BadSignature));
    }

    [Test]
    public async Task An_unsigned_request_is_refused_where_a_signature_is_required()
    {
        await using var bench = await StartAsync(required: true);

        var page = await SendAsync(bench, null, post: false);

        Assert.That(page.Kind, Is.EqualTo(IdpPages.RequestNotSigned));
        Assert.That(page.Text, Does.Contain("AADSTS76021"));
    }

    [Test]
    public async Task Without_a_certificate_a_signature_is_only_noted()
    {
        await using var bench = await IdpBench.StartAsync("entra");

        Assert.That((await SendAsync(bench, _known, post: false)).Kind, Is.EqualTo(IdpPages.SignIn));
        Assert.That(bench.Idp.Received.Single().Signature, Is.EqualTo(SignatureVerdict.NotChecked));
    }

    private Task<IdpBench> StartAsync(bool required) => IdpBench.StartAsync(
        "entra", application => application with { Certificates = [_older.Certificate, _known.Certificate], RequiresSignedRequests = required });

    private static async Task<ShownPage> SendAsync(IdpBench bench, SigningKey? key, bool post, Func<string, string>? change = null)
    {
        using var visitor = bench.Visit();
        change ??= text => text;
        return post
            ? await visitor.PostAsync(
                bench.Idp.SingleSignOnUrl(bench.Application), [new("SAMLRequest", HttpPostBinding.Encode(change(Sign(Requests.Xml(), key!))))])
            : await visitor.OpenAsync(change(bench.RedirectUrl(Requests.Xml(), "state", key)));
    }

    private static string Sign(string xml, SigningKey key)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        var signed = new SignedXml(document) { SigningKey = key.Rsa };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        var reference = new Reference("#_request1");
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.ComputeSignature();
        document.DocumentElement!.InsertAfter(document.ImportNode(signed.GetXml(), true), document.DocumentElement.FirstChild);
        return document.OuterXml;
    }
}
