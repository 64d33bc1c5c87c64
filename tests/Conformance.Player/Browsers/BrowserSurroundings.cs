using System.ComponentModel;
using System.Diagnostics;

namespace Conformance.Player.Browsers;

/// <summary>What finding and installing a browser needs to know of the machine, so that tests can stand in for it.</summary>
internal sealed record BrowserSurroundings
{
    public bool IsWindows { get; init; } = OperatingSystem.IsWindows();

    public bool IsMacOs { get; init; } = OperatingSystem.IsMacOS();

    public bool IsRoot { get; init; } = Environment.IsPrivilegedProcess;

    public Func<string, bool> FileExists { get; init; } = File.Exists;

    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Runs Playwright's own command line; the result is its exit code.</summary>
    public Func<string[], int> Playwright { get; init; } = Microsoft.Playwright.Program.Main;

    /// <summary>Runs a program to its end; the result is its exit code and what it said.</summary>
    public Func<string, string[], CancellationToken, Task<(int ExitCode, string Output)>> RunAsync { get; init; } = RunProcessAsync;

    private static async Task<(int ExitCode, string Output)> RunProcessAsync(
        string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        };
        try
        {
            using var process = Process.Start(start) ?? throw new Win32Exception($"\"{program}\" did not start.");
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await error);
        }
        catch (Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }
}
