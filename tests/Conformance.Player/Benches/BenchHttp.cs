using System.Net;
using System.Net.Security;
using Conformance.Fakes.Network;

namespace Conformance.Player.Benches;

/// <summary>The HTTP client of a bench: through its proxy, trusting its authority, following nothing by itself.</summary>
internal static class BenchHttp
{
    public static HttpMessageInvoker Create(ConnectProxy proxy, CertificateAuthority authority, bool waivesTls, TimeSpan timeout) => new(new SocketsHttpHandler
    {
        Proxy = new WebProxy(proxy.Address) { BypassProxyOnLocal = false },
        UseProxy = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        // In KB; Chromium takes 256. A session that stands in cookies with all its groups is longer than the 64 that are usual here.
        MaxResponseHeadersLength = 128,
        ConnectTimeout = timeout,
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
