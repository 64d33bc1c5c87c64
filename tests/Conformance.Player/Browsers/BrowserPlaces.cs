namespace Conformance.Player.Browsers;

/// <summary>Where Chromium and its relatives are usually installed, in the order in which they are preferred.</summary>
internal static class BrowserPlaces
{
    // The shell has no window, but starts and runs two to three times as fast as a whole browser.
    private static readonly string[] Shells = ["chromium-headless-shell", "chrome-headless-shell", "headless_shell"];
    private static readonly string[] Browsers =
    [
        "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "chromium", "chromium-browser",
    ];

    public static IEnumerable<string> Of(BrowserSurroundings machine, bool isHeaded) =>
        machine.IsWindows ? OfWindows(machine)
        : machine.IsMacOs ? OfMacOs(machine)
        : OfLinux(machine, isHeaded);

    private static IEnumerable<string> OfLinux(BrowserSurroundings machine, bool isHeaded)
    {
        string[] folders =
        [
            .. (machine.Variable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries),
            "/usr/bin", "/usr/local/bin", "/opt/google/chrome", "/opt/microsoft/msedge", "/usr/lib/chromium", "/snap/bin",
        ];
        var names = isHeaded ? Browsers : Shells.Concat(Browsers);
        return names.SelectMany(name => folders.Select(folder => $"{folder.TrimEnd('/')}/{name}")).Distinct();
    }

    private static IEnumerable<string> OfMacOs(BrowserSurroundings machine)
    {
        string[] names = ["Google Chrome", "Microsoft Edge", "Chromium"];
        string[] folders = ["/Applications", $"{machine.Variable("HOME")}/Applications"];
        return names.SelectMany(name => folders.Select(folder => $"{folder}/{name}.app/Contents/MacOS/{name}"));
    }

    private static IEnumerable<string> OfWindows(BrowserSurroundings machine)
    {
        string[] names =
        [
            @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe",
        ];
        string[] variables = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
        return names.SelectMany(name => variables
            .Select(machine.Variable)
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => $@"{folder}\{name}"));
    }
}
