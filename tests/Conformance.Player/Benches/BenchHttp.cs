using System.Net;
using System.Net.Security;
using System.Text;
using Conformance.Fakes.Network;

namespace Conformance.Player.Benches;

/// <summary>The HTTP client of a bench: led where its proxy leads, trusting its authority, following nothing by itself.</summary>
internal static class BenchHttp
{
    public static HttpMessageInvoker Create(ConnectProxy proxy, CertificateAuthority authority, bool waivesTls, TimeSpan timeout) => new(new SocketsHttpHandler
    {
        // The proxy's own rules and record, without its two sockets more in every exchange.
        UseProxy = false,
        ConnectCallback = (connection, cancellationToken) => proxy.ConnectAsync(connection.DnsEndPoint, cancellationToken),
        AllowAutoRedirect = false,
        UseCookies = false,
        // In KB; Chromium takes 256. A session that stands in cookies with all its groups is longer than the 64 that are usual here.
        MaxResponseHeadersLength = 128,
        ConnectTimeout = timeout,
        // As answers are read: what a server gave as an ETag goes back to it octet for octet, whatever it holds.
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        AutomaticDecompression = DecompressionMethods.All,
        // Node closes what has been idle for five seconds; a request that meets the closing is lost.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3),
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                errors == SslPolicyErrors.None || waivesTls
                || authority.Trusts(certificate as System.Security.Cryptography.X509Certificates.X509Certificate2, chain, errors),
        },
    });
}
