using Conformance.Fakes.Network;
using NUnit.Framework;

namespace Conformance.SelfTests.Network;

internal sealed class HostMapTests
{
    [TestCase("dialpad.com", 443, ExpectedResult = "Loopback 127.0.0.1:5001")]
    [TestCase("DialPad.com.", 443, ExpectedResult = "Loopback 127.0.0.1:5001")]
    [TestCase("dialpad.com", 8443, ExpectedResult = "Loopback 127.0.0.1:5002")]
    [TestCase("dialpad.com", 80, ExpectedResult = "Refused dialpad.com:80")]
    [TestCase("evil.dialpad.com", 443, ExpectedResult = "Refused evil.dialpad.com:443")]
    [TestCase("localhost", 8080, ExpectedResult = "Loopback localhost:8080")]
    [TestCase("[::1]", 8080, ExpectedResult = "Loopback [::1]:8080")]
    [TestCase("127.0.0.1", 8081, ExpectedResult = "Refused 127.0.0.1:8081")]
    [TestCase("127.0.0.9", 22, ExpectedResult = "Refused 127.0.0.9:22")]
    [TestCase("sp.example", 443, ExpectedResult = "Remote sp.example:443")]
    [TestCase("sp.example", 22, ExpectedResult = "Refused sp.example:22")]
    public string Leads_a_host(string host, int port)
    {
        var hosts = new HostMap();
        hosts.Map("dialpad.com", 5001);
        hosts.Map("dialpad.com:8443", 5002);
        hosts.AllowLoopback(8080);
        hosts.AllowRemote("sp.example");

        var route = hosts.Resolve(host, port);

        return $"{route.Kind} {route.Destination}";
    }

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("a:0")]
    [TestCase("a:65536")]
    [TestCase("a:443x")]
    [TestCase("http://a")]
    [TestCase("user@a")]
    [TestCase("[::1")]
    [TestCase("[::1]x:80")]
    public void Rejects_what_is_not_a_host(string text) =>
        Assert.That(() => HostPort.Parse(text, 443), Throws.InstanceOf<FormatException>());

    [Test]
    public void Opens_every_port_of_this_machine_when_told_to()
    {
        var hosts = new HostMap { AllowsEveryLoopbackPort = true };

        Assert.That(hosts.Resolve("127.0.0.1", 12345).Kind, Is.EqualTo(HostRouteKind.Loopback));
        Assert.That(hosts.Resolve("192.168.0.1", 80).Kind, Is.EqualTo(HostRouteKind.Refused));
    }
}
