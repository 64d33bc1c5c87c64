using System.Net;
using System.Net.Security;
using Conformance.Fakes.Network;
using Conformance.Fakes.Stubs;

namespace Conformance.SelfTests.Network;

/// <summary>An authority, a stub host, a host map and a proxy, joined as on a real bench.</summary>
internal sealed class LoopbackBench : IAsyncDisposable
{
    private LoopbackBench(CertificateAuthority authority, IStubHost stub, HostMap hosts, ConnectProxy proxy) =>
        (Authority, Stub, Hosts, Proxy) = (authority, stub, hosts, proxy);

    public CertificateAuthority Authority { get; }

    public IStubHost Stub { get; }

    public HostMap Hosts { get; }

    public ConnectProxy Proxy { get; }

    public static async Task<LoopbackBench> StartAsync(params string[] hosts)
    {
        var authority = new CertificateAuthority(TimeProvider.System);
        var stub = await StubHost.StartAsync(authority.CertificateFor, TimeProvider.System);
        var map = new HostMap();
        foreach (var host in hosts)
        {
            map.Map(host, stub.TlsPort);
        }

        return new LoopbackBench(authority, stub, map, ConnectProxy.Start(map, TimeProvider.System));
    }

    public HttpClient CreateClient() => new(
        new SocketsHttpHandler
        {
            Proxy = new WebProxy(Proxy.Address),
            UseProxy = true,
            UseCookies = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Authority.CreateTrustPolicy() },
        },
        disposeHandler: true);

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Stub.DisposeAsync();
        Authority.Dispose();
    }
}
