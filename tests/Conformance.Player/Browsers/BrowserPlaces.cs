namespace Conformance.Player.Browsers;

/// <summary>Where browsers are usually installed, in the order in which they are preferred.</summary>
internal static class BrowserPlaces
{
    // The shell has no window, but starts and runs two to three times as fast as a whole browser.
    private static readonly string[] Shells = ["chromium-headless-shell", "chrome-headless-shell", "headless_shell"];
    private static readonly string[] Browsers =
    [
        "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "chromium", "chromium-browser",
    ];

    private static readonly string[] ChromiumsOnWindows =
    [
        @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe",
    ];

    public static IEnumerable<string> Of(BrowserSurroundings machine, BrowserKind kind, bool isHeaded) => kind switch
    {
        BrowserKind.Chromium when machine.IsWindows => OfWindows(machine, ChromiumsOnWindows),
        BrowserKind.Chromium when machine.IsMacOs => OfMacOs(machine, ["Google Chrome", "Microsoft Edge", "Chromium"]),
        BrowserKind.Chromium => OfLinux(machine, isHeaded ? Browsers : Shells.Concat(Browsers)),
        BrowserKind.Firefox when machine.IsWindows => OfWindows(machine, [@"Mozilla Firefox\firefox.exe"]),
        BrowserKind.Firefox when machine.IsMacOs => OfMacOs(machine, ["Firefox"]),
        BrowserKind.Firefox => OfLinux(machine, ["firefox", "firefox-esr"]),

        // Playwright drives a patched build of it, not its maker's.
        _ => [],
    };

    private static IEnumerable<string> OfLinux(BrowserSurroundings machine, IEnumerable<string> names)
    {
        string[] folders =
        [
            .. (machine.Variable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries),
            "/usr/bin", "/usr/local/bin", "/opt/google/chrome", "/opt/microsoft/msedge", "/usr/lib/chromium", "/snap/bin", "/opt/firefox",
        ];
        return names.SelectMany(name => folders.Select(folder => $"{folder.TrimEnd('/')}/{name}")).Distinct();
    }

    private static IEnumerable<string> OfMacOs(BrowserSurroundings machine, IEnumerable<string> names)
    {
        string[] folders = ["/Applications", $"{machine.Variable("HOME")}/Applications"];
        return names.SelectMany(name => folders.Select(folder => $"{folder}/{name}.app/Contents/MacOS/{name}"));
    }

    private static IEnumerable<string> OfWindows(BrowserSurroundings machine, IEnumerable<string> names)
    {
        string[] variables = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
        return names.SelectMany(name => variables
            .Select(machine.Variable)
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => $@"{folder}\{name}"));
    }
}
