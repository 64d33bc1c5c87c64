using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Player.Browsers;

/// <summary>Finds a browser, or installs one.</summary>
/// <param name="settings">What is wanted.</param>
/// <param name="say">Hears what is being installed, while it is.</param>
public sealed partial class BrowserFinder(BrowserSettings settings, Action<string> say)
{
    private const string AptGet = "/usr/bin/apt-get";

    private readonly StringBuilder _tried = new();

    /// <summary>The machine to look at.</summary>
    internal BrowserSurroundings Machine { get; init; } = new();

    private string Engine => settings.Kind.ToString().ToLowerInvariant();

    /// <summary>Looks everywhere in the order of preference, then installs.</summary>
    /// <param name="downloaded">Where Playwright keeps its own download, whether it is there or not.</param>
    /// <param name="cancellationToken">Gives the search up.</param>
    /// <exception cref="BrowserNotFoundException">There is none, and none could be installed.</exception>
    public async Task<FoundBrowser> FindAsync(string downloaded, CancellationToken cancellationToken = default)
    {
        if (settings.IsHeaded && Machine is { IsWindows: false, IsMacOs: false } && Machine.Variable("DISPLAY") is null or "" && Machine.Variable("WAYLAND_DISPLAY") is null or "")
        {
            throw new BrowserNotFoundException(
                "A visible browser needs a screen, and there is none: neither DISPLAY nor WAYLAND_DISPLAY is set. "
                + "Leave out --headed and --pause, or run under xvfb-run.");
        }

        if (!string.IsNullOrEmpty(settings.Executable))
        {
            return Machine.FileExists(settings.Executable)
                ? new FoundBrowser(settings.Executable, "the executable in the settings")
                {
                    IsMozillas = settings.Kind == BrowserKind.Firefox && !PlaywrightsOwn().IsMatch(settings.Executable),
                }
                : throw new BrowserNotFoundException(
                    $"The settings name the browser \"{settings.Executable}\", which does not exist. "
                    + "Correct \"executable\" in playwright.config, or leave it empty so that a browser is found.");
        }

        _tried.Clear();
        return FindDownloaded(downloaded)
            ?? FindInstalled()
            ?? await InstallByPlaywrightAsync(downloaded, cancellationToken)
            ?? await InstallByAptAsync(cancellationToken)
            ?? throw new BrowserNotFoundException(
                $"There is no {Engine} to drive.\n{_tried}"
                + settings.Kind switch
                {
                    BrowserKind.Webkit => "Playwright drives webkit only in its own build. Run with access to Playwright's downloads (\"playwright install webkit\"), "
                        + "name that build as \"executable\", or set \"browser\" to chromium or firefox in playwright.config.",
                    BrowserKind.Firefox => "Install Firefox, or run with access to Playwright's downloads, or name a browser as \"executable\" in playwright.config.",
                    _ => "Install Chrome, Edge or Chromium, or run with access to Playwright's downloads, or name a browser as \"executable\" in playwright.config.",
                });
    }

    private FoundBrowser? FindDownloaded(string downloaded)
    {
        const string origin = "Playwright's own download";
        var shell = settings.IsHeaded ? null : ShellBeside(downloaded);
        if (shell is not null && Machine.FileExists(shell))
        {
            return new FoundBrowser(shell, origin);
        }

        if (Machine.FileExists(downloaded))
        {
            return new FoundBrowser(downloaded, origin);
        }

        Tried($"Playwright's own download: not at \"{downloaded}\".");
        return null;
    }

    private FoundBrowser? FindInstalled()
    {
        string[] places = [.. BrowserPlaces.Of(Machine, settings.Kind, settings.IsHeaded)];
        if (places.Length == 0)
        {
            return null;
        }

        if (Array.Find(places, Machine.FileExists.Invoke) is { } found)
        {
            return new FoundBrowser(found, "installed on this machine") { IsMozillas = settings.Kind == BrowserKind.Firefox };
        }

        Tried($"Installed on this machine: none of {string.Join(", ", places.Select(place => place.Split('/', '\\')[^1]).Distinct())} in the usual places.");
        return null;
    }

    private async Task<FoundBrowser?> InstallByPlaywrightAsync(string downloaded, CancellationToken cancellationToken)
    {
        if (!settings.MayInstall)
        {
            Tried("Installing: forbidden by --no-install.");
            return null;
        }

        say($"No {Engine} was found. Playwright's installer downloads one.");
        var exitCode = await Task.Run(() => Machine.Playwright(["install", Engine]), cancellationToken);
        if (exitCode == 0)
        {
            return FindDownloaded(downloaded);
        }

        Tried($"Installing by Playwright: its installer ended with exit code {exitCode}.");
        return null;
    }

    private async Task<FoundBrowser?> InstallByAptAsync(CancellationToken cancellationToken)
    {
        if (!settings.MayInstall || settings.Kind == BrowserKind.Webkit)
        {
            return null;
        }

        if (!Machine.IsRoot || !Machine.FileExists(AptGet))
        {
            Tried("Installing by apt-get: needs root on Debian or a relative of it.");
            return null;
        }

        var package = settings.Kind == BrowserKind.Firefox ? "firefox-esr" : settings.IsHeaded ? "chromium" : "chromium-headless-shell";
        say($"Playwright's installer could not download. apt-get installs {package}.");
        await Machine.RunAsync(AptGet, ["update", "-q"], cancellationToken);
        var (exitCode, output) = await Machine.RunAsync(AptGet, ["install", "-y", "-q", package], cancellationToken);
        if (exitCode == 0)
        {
            return FindInstalled();
        }

        Tried($"Installing by apt-get: \"apt-get install {package}\" ended with exit code {exitCode}: {LastLine(output)}");
        return null;
    }

    // …/chromium-1248/chrome-linux64/chrome has beside it
    // …/chromium_headless_shell-1248/chrome-headless-shell-linux64/chrome-headless-shell.
    private static string? ShellBeside(string downloaded)
    {
        var parts = downloaded.Split('/', '\\');
        var build = Array.FindLastIndex(parts, part => part.StartsWith("chromium-", StringComparison.Ordinal));
        if (build < 1 || parts.Length < build + 3)
        {
            return null;
        }

        var revision = parts[build]["chromium-".Length..];
        var platform = parts[build + 1]["chrome-".Length..];
        var extension = downloaded.EndsWith(".exe", StringComparison.Ordinal) ? ".exe" : string.Empty;
        return string.Join(downloaded.Contains('\\', StringComparison.Ordinal) ? '\\' : '/', [
            .. parts[..build],
            $"chromium_headless_shell-{revision}",
            $"chrome-headless-shell-{platform}",
            "chrome-headless-shell" + extension,
        ]);
    }

    private static string LastLine(string output) =>
        output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault("It said nothing.");

    // …/firefox-1555/firefox/firefox
    [GeneratedRegex(@"[/\\]firefox-\d+[/\\]")]
    private static partial Regex PlaywrightsOwn();

    private void Tried(string line) => _tried.Append("- ").Append(line).Append('\n');
}
