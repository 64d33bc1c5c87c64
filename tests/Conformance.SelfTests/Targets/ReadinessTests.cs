using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Conformance.Fakes.Network;
using Conformance.Player.Targets;
using NUnit.Framework;

namespace Conformance.SelfTests.Targets;

[CancelAfter(30_000)]
internal sealed class ReadinessTests
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    [TestCase("200 OK", true)]
    [TestCase("404 Not Found", true)]
    [TestCase("503 Service Unavailable", false)]
    public async Task A_certificate_that_nobody_trusts_is_no_reason_to_wait(string answer, bool ready)
    {
        using var stranger = new CertificateAuthority(TimeProvider.System);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        var asked = 0;

        var waiting = Readiness.WaitAsync(url, Within, () => asked == 0, TimeProvider.System, CancellationToken.None);
        using (var client = await listener.AcceptTcpClientAsync())
        {
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(stranger.CertificateFor("127.0.0.1"));
            using var reader = new StreamReader(tls, leaveOpen: true);
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
                // What is asked for does not matter.
            }

            asked = 1;
            await tls.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }

        Assert.That(await waiting, ready ? Is.Null : Is.EqualTo("the program ended"));
    }
}
