using Conformance.Saml.Bindings;
using Conformance.Saml.Keys;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>Messages in queries and forms.</summary>
public sealed class BindingTests
{
    private const string Xml = "<samlp:AuthnRequest xmlns:samlp=\"urn:x\">ü &amp; more</samlp:AuthnRequest>";

    [Test]
    public void A_signed_query_comes_back_and_verifies([Values] bool curve, [Values(null, "a b&c=d/ü")] string? relayState)
    {
        var key = curve ? Sample.EcKey : Sample.IdpKey;
        var message = HttpRedirectBinding.Decode("?" + HttpRedirectBinding.Encode(Xml, relayState, key));
        Assert.That(message.Xml, Is.EqualTo(Xml));
        Assert.That(message.RelayState, Is.EqualTo(relayState));
        Assert.That(message.Problems, Is.Empty);
        Assert.That(message.Check([Sample.Stranger.Certificate, key.Certificate]).IsValid, Is.True);
        Assert.That(message.Check([Sample.Stranger.Certificate]).IsValid, Is.False);
    }

    [Test]
    public void The_signature_covers_the_octets_as_they_stood()
    {
        var query = HttpRedirectBinding.Encode(Xml, "state/1", Sample.IdpKey);
        var rewritten = query.Replace("%2F", "%2f", StringComparison.Ordinal);
        Assert.That(rewritten, Is.Not.EqualTo(query));
        var message = HttpRedirectBinding.Decode(rewritten);
        Assert.That(message.Xml, Is.EqualTo(Xml));
        Assert.That(message.Check([Sample.IdpKey.Certificate]).IsValid, Is.False);
    }

    [TestCase("")]
    [TestCase("SAMLRequest")]
    [TestCase("SAMLRequest=%%%")]
    [TestCase("SAMLRequest=AAAA")]
    [TestCase("SAMLRequest=QQ&SAMLRequest=QQ")]
    [TestCase("x=y&&==&SAMLRequest=_")]
    public void A_bad_query_is_reported_and_never_thrown(string query) =>
        Assert.That(HttpRedirectBinding.Decode(query).Problems, Is.Not.Empty);

    [Test]
    public void A_bomb_is_not_inflated()
    {
        var message = HttpRedirectBinding.Decode(HttpRedirectBinding.Encode(new string('a', 4 << 20)));
        Assert.That(message.Xml, Is.Null);
        Assert.That(message.Problems, Has.One.Contains("inflates"));
    }

    [Test]
    public void A_form_keeps_its_values()
    {
        var page = HttpPostBinding.AutoSubmitForm(
            "https://sp/acs?a=1&b=\"2\"", [new("SAMLResponse", "a+b="), new("RelayState", "<x>&\"\r\n")]);
        Assert.That(page, Does.Contain("action=\"https://sp/acs?a=1&amp;b=&quot;2&quot;\""));
        Assert.That(page, Does.Contain("value=\"&lt;x&gt;&amp;&quot;&#13;&#10;\""));
        Assert.That(page, Does.Contain("<noscript>"));
        Assert.That(HttpPostBinding.Decode("YQ\r\n=="), Is.EqualTo("a"));
        Assert.That(HttpPostBinding.Decode("%"), Is.Null);
    }

    [Test]
    public void A_key_ring_keeps_its_keys_for_the_owner_alone()
    {
        var directory = Directory.CreateTempSubdirectory("conformance-keys-").FullName;
        using var first = new KeyRing(Sample.Clock, directory);
        using var second = new KeyRing(Sample.Clock, directory);
        Assert.That(second.Rsa("a", "CN=a").CertificatePem, Is.Not.Empty);
        Assert.That(first.Rsa("a", "CN=a").CertificateBase64, Is.EqualTo(second.Rsa("a", "CN=a").CertificateBase64));
        Assert.That(first.Ecdsa("b", "CN=b").Ecdsa, Is.Not.Null);
        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(Path.Combine(directory, "a.key"));
            Assert.That(mode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }

        Directory.Delete(directory, recursive: true);
    }
}
