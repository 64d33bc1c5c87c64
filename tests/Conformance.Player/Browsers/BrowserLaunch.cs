using Conformance.Fakes.Network;
using Microsoft.Playwright;

namespace Conformance.Player.Browsers;

/// <summary>The one browser of a run, shared by all benches. A bench has contexts of its own, each behind the bench's proxy.</summary>
public sealed class BrowserLaunch : IAsyncDisposable
{
    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(5);

    private readonly IPlaywright _playwright;
    private readonly EventHandler _onExit;
    private int _isDisposed;

    private BrowserLaunch(IPlaywright playwright, IBrowser browser, FoundBrowser found, bool trustsAuthority)
    {
        _playwright = playwright;
        Browser = browser;
        Found = found;
        TrustsAuthority = trustsAuthority;

        // After Ctrl-C nothing else may run. Without this the browser would outlive us for as long as it takes to notice.
        _onExit = (_, _) => DisposeAsync().AsTask().Wait(ExitPatience);
        AppDomain.CurrentDomain.ProcessExit += _onExit;
    }

    /// <summary>The running browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>Which one it is.</summary>
    public FoundBrowser Found { get; }

    /// <summary>Whether the browser trusts the suite's authority and so needs no waiver of TLS errors. Only Chromium can be told to.</summary>
    public bool TrustsAuthority { get; }

    /// <summary>Finds or installs a browser and starts it.</summary>
    /// <param name="settings">What is wanted.</param>
    /// <param name="authority">Whose certificates the browser is to trust.</param>
    /// <param name="say">Hears what is being installed, if anything is.</param>
    /// <param name="cancellationToken">Gives the search up.</param>
    /// <exception cref="BrowserNotFoundException">There is none, and none could be installed.</exception>
    public static async Task<BrowserLaunch> StartAsync(
        BrowserSettings settings, CertificateAuthority authority, Action<string> say, CancellationToken cancellationToken = default)
    {
        var playwright = await Playwright.CreateAsync();
        try
        {
            var type = settings.Kind switch
            {
                BrowserKind.Firefox => playwright.Firefox,
                BrowserKind.Webkit => playwright.Webkit,
                _ => playwright.Chromium,
            };
            var found = await new BrowserFinder(settings, say).FindAsync(type.ExecutablePath, cancellationToken);
            var isChromium = settings.Kind == BrowserKind.Chromium;
            var browser = await LaunchAsync(type, found, new BrowserTypeLaunchOptions
            {
                ExecutablePath = found.Executable,
                Channel = found.IsMozillas ? "moz-firefox" : null,
                Headless = !settings.IsHeaded,
                SlowMo = (float)settings.SlowMotion.TotalMilliseconds,
                Args = isChromium ? [.. ChromiumFlags(authority)] : [],
            });
            return new BrowserLaunch(playwright, browser, found, isChromium);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Opens a fresh context whose only way out is a proxy.</summary>
    /// <param name="proxy">The bench's proxy.</param>
    /// <param name="options">What else the context is to be like; the proxy is set here.</param>
    public Task<IBrowserContext> NewContextAsync(ConnectProxy proxy, BrowserNewContextOptions? options = null) =>
        Browser.NewContextAsync(new BrowserNewContextOptions(options ?? new BrowserNewContextOptions())
        {
            Proxy = new Proxy { Server = proxy.Address.GetLeftPart(UriPartial.Authority) },
            IgnoreHTTPSErrors = options?.IgnoreHTTPSErrors ?? !TrustsAuthority,
        });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit -= _onExit;
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static async Task<IBrowser> LaunchAsync(IBrowserType type, FoundBrowser found, BrowserTypeLaunchOptions options)
    {
        try
        {
            return await type.LaunchAsync(options);
        }
        catch (PlaywrightException exception)
        {
            throw new BrowserNotFoundException(
                $"The browser {found.Executable} ({found.Origin}) does not start: {exception.Message.Split('\n')[0]} "
                + "Name another one as \"executable\" in playwright.config, or start it by hand to see what it lacks.",
                exception);
        }
    }

    private static IEnumerable<string> ChromiumFlags(CertificateAuthority authority)
    {
        // Chromium's sandbox refuses to run as root, which is what containers in CI are.
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            yield return "--no-sandbox";
        }

        yield return $"--ignore-certificate-errors-spki-list={authority.SubjectPublicKeyInfoSha256}";
        yield return "--disable-gpu";
        yield return "--disable-quic";
        yield return "--no-first-run";
        yield return "--disable-background-networking";
        yield return "--disable-component-update";
        yield return "--disable-sync";
        yield return "--disable-default-apps";
    }
}
