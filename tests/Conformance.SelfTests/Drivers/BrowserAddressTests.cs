using Conformance.Player.Drivers;
using NUnit.Framework;

namespace Conformance.SelfTests.Drivers;

/// <summary>Addresses lead the HTTP driver where they lead a browser.</summary>
internal sealed class BrowserAddressTests
{
    [TestCase("/me", "https://sp.example/me")]
    [TestCase("me?a=b\\c", "https://sp.example/saml/me?a=b\\c")]
    [TestCase("", "https://sp.example/saml/acs")]
    [TestCase("?next=//attacker.example/", "https://sp.example/saml/acs?next=//attacker.example/")]
    [TestCase("//attacker.example/x", "https://attacker.example/x")]
    [TestCase("///attacker.example/x", "https://attacker.example/x")]
    [TestCase("/\\attacker.example/x", "https://attacker.example/x")]
    [TestCase("\\\\attacker.example/x", "https://attacker.example/x")]
    [TestCase("/\t/attacker.example/x", "https://attacker.example/x")]
    [TestCase(" \thttps://attacker.example/x\r\n", "https://attacker.example/x")]
    [TestCase("https:/\\attacker.example/x", "https://attacker.example/x")]
    [TestCase("https:////attacker.example/x", "https://attacker.example/x")]
    [TestCase("http:attacker.example/x", "http://attacker.example/x")]
    [TestCase("https:attacker.example/x", "https://sp.example/saml/attacker.example/x")]
    [TestCase("/path\\to?q=1", "https://sp.example/path/to?q=1")]
    public void It_leads_there(string named, string expected) =>
        Assert.That(BrowserAddress.Resolve(new Uri("https://sp.example/saml/acs"), named)?.AbsoluteUri, Is.EqualTo(new Uri(expected).AbsoluteUri));

    [TestCase("https://")]
    [TestCase("//")]
    public void It_leads_nowhere(string named) => Assert.That(BrowserAddress.Resolve(new Uri("https://sp.example/saml/acs"), named), Is.Null);

    [Test]
    public void Another_scheme_is_left_as_it_is() =>
        Assert.That(BrowserAddress.Resolve(new Uri("https://sp.example/"), "mailto:alice@sp.example")?.Scheme, Is.EqualTo("mailto"));
}
