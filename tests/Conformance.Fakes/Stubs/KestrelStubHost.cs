using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Conformance.Fakes.Stubs;

/// <summary>The stub host on Kestrel, in this process.</summary>
public sealed class KestrelStubHost : IStubHost
{
    private readonly CancellationTokenSource _stop = new();
    private readonly StubRoutes _routes = new();
    private readonly WebApplication _application;

    private KestrelStubHost(Func<string, X509Certificate2> certificateFor, TimeProvider time, long maxRequestBody)
    {
        Journal = new StubJournal(time);

        // The empty builder reads no environment variable and no file: the host is what is written here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(new StubListeners(certificateFor, maxRequestBody).Configure);
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
        long maxRequestBody = StubHost.DefaultMaxRequestBody,
        CancellationToken cancellationToken = default)
    {
        var host = new KestrelStubHost(certificateFor, time, maxRequestBody);
        await host._application.StartAsync(cancellationToken);
        var addresses = host._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        (host.HttpPort, host.TlsPort) = StubListeners.PortsOf(addresses?.Addresses ?? []);
        return host;
    }

    /// <inheritdoc/>
    public IDisposable Handle(StubRoute route, StubHandler handler) => _routes.Add(route, handler);

    /// <inheritdoc/>
    public IDisposable Handle(string host, StubHandler handler) => Handle(new StubRoute { Host = host }, handler);

    /// <inheritdoc/>
    public StubInspection? Inspect() => null;

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
}
