using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Conformance.Fakes.Stubs;

/// <summary>The two listeners on loopback: plain HTTP and TLS, with the certificate of whatever host the client names.</summary>
internal sealed class StubListeners(Func<string, X509Certificate2> certificateFor, long maxRequestBody)
{
    private readonly ConcurrentDictionary<string, SslStreamCertificateContext> _certificates = new(StringComparer.Ordinal);

    public static (int Http, int Tls) PortsOf(IEnumerable<string> addresses)
    {
        var ports = addresses.Select(address => new Uri(address)).ToDictionary(address => address.Scheme, address => address.Port, StringComparer.Ordinal);
        return (ports.GetValueOrDefault(Uri.UriSchemeHttp), ports.GetValueOrDefault(Uri.UriSchemeHttps));
    }

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = maxRequestBody;
        options.Limits.MaxRequestLineSize = 1024 * 1024;
        options.Limits.MaxRequestBufferSize = 2 * 1024 * 1024;
        options.Limits.MaxRequestHeadersTotalSize = 1024 * 1024;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
        options.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => StubWire.Under(next, isTls: false));
        });
        options.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = ChooseCertificate });
            listen.Use(next => StubWire.Under(next, isTls: true));
        });
    }

    private ValueTask<SslServerAuthenticationOptions> ChooseCertificate(TlsHandshakeCallbackContext handshake)
    {
        var host = string.IsNullOrEmpty(handshake.ClientHelloInfo.ServerName) ? "localhost" : handshake.ClientHelloInfo.ServerName;
        var certificate = _certificates.GetOrAdd(
            host, name => SslStreamCertificateContext.Create(certificateFor(name), additionalCertificates: null, offline: true));
        return ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate });
    }
}
