using Conformance.Fakes.Network;
using Conformance.Player.Browsers;
using Microsoft.Playwright;

namespace Conformance.Player.Benches;

/// <summary>One real browser for all benches of a run, found or installed and started when the first scenario needs it.</summary>
public sealed class SharedBrowser(BrowserSettings settings, CertificateAuthority authority, Action<string> say) : IBrowserSource, IAsyncDisposable
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private BrowserLaunch? _launch;

    /// <summary>What was started, once it was.</summary>
    public FoundBrowser? Found => _launch?.Found;

    /// <inheritdoc/>
    public string? Name => _launch is { } launch ? $"{settings.Kind} {launch.Browser.Version}" : null;

    /// <summary>Starts the browser, if it is not started yet.</summary>
    /// <exception cref="BrowserNotFoundException">There is none, and none could be installed.</exception>
    public async Task<BrowserLaunch> StartAsync(CancellationToken cancellationToken)
    {
        await _once.WaitAsync(cancellationToken);
        try
        {
            return _launch ??= await BrowserLaunch.StartAsync(settings, authority, say, cancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<IBrowserContext> NewContextAsync(ConnectProxy proxy, CancellationToken cancellationToken) =>
        await (await StartAsync(cancellationToken)).NewContextAsync(proxy);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_launch is not null)
        {
            await _launch.DisposeAsync();
        }

        _once.Dispose();
    }
}
