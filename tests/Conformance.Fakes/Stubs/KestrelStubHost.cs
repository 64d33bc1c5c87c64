using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Conformance.Fakes.Stubs;

/// <summary>The stub host on Kestrel, in this process.</summary>
public sealed class KestrelStubHost : IStubHost
{
    // The largest legitimate message, metadata of a federation, is well below this.
    private const int DefaultMaxRequestBody = 16 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, SslStreamCertificateContext> _certificates = new(StringComparer.Ordinal);
    private readonly Func<string, X509Certificate2> _certificateFor;
    private readonly CancellationTokenSource _stop = new();
    private readonly StubRoutes _routes = new();
    private readonly WebApplication _application;

    private KestrelStubHost(Func<string, X509Certificate2> certificateFor, TimeProvider time, long maxRequestBody)
    {
        _certificateFor = certificateFor;
        Journal = new StubJournal(time);

        // The empty builder reads no environment variable and no file: the host is what is written here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options => Configure(options, maxRequestBody));
        builder.Services.AddSingleton<IHostLifetime, DetachedLifetime>();
        _application = builder.Build();
        _application.Run(new StubPipeline(_routes, Journal, time, _stop.Token).HandleAsync);
    }

    /// <inheritdoc/>
    public int HttpPort { get; private set; }

    /// <inheritdoc/>
    public int TlsPort { get; private set; }

    /// <inheritdoc/>
    public StubJournal Journal { get; }

    /// <summary>Starts a host on two free ports.</summary>
    /// <param name="certificateFor">The certificate for a host name, <c>localhost</c> when the client names none.</param>
    /// <param name="time">The clock of journal and delays.</param>
    /// <param name="maxRequestBody">Larger bodies are answered with status 413.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<KestrelStubHost> StartAsync(
        Func<string, X509Certificate2> certificateFor,
        TimeProvider time,
        long maxRequestBody = DefaultMaxRequestBody,
        CancellationToken cancellationToken = default)
    {
        var host = new KestrelStubHost(certificateFor, time, maxRequestBody);
        await host._application.StartAsync(cancellationToken);
        var addresses = host._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        foreach (var address in addresses?.Addresses.Select(address => new Uri(address)) ?? [])
        {
            if (address.Scheme == Uri.UriSchemeHttps)
            {
                host.TlsPort = address.Port;
            }
            else
            {
                host.HttpPort = address.Port;
            }
        }

        return host;
    }

    /// <inheritdoc/>
    public IDisposable Handle(StubRoute route, StubHandler handler) => _routes.Add(route, handler);

    /// <inheritdoc/>
    public IDisposable Handle(string host, StubHandler handler) => Handle(new StubRoute { Host = host }, handler);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();

        // Browsers keep connections open; waiting for them to end would cost half a minute.
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        try
        {
            await _application.StopAsync(atOnce.Token);
        }
        catch (OperationCanceledException)
        {
            // The host stops all the same and merely says that it was hurried.
        }

        await _application.DisposeAsync();
        _stop.Dispose();
    }

    private void Configure(KestrelServerOptions options, long maxRequestBody)
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
            host, name => SslStreamCertificateContext.Create(_certificateFor(name), additionalCertificates: null, offline: true));
        return ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate });
    }
}
