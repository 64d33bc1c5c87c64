using System.Globalization;

namespace Conformance.Player.Targets;

/// <summary>How a program ended that nobody had told to, in words.</summary>
internal static class LastWords
{
    private const int BySignal = 128;
    private const int MostLines = 4;
    private const int LongestLine = 200;

    private static readonly Dictionary<int, string> Signals = new()
    {
        [1] = "SIGHUP",
        [2] = "SIGINT",
        [3] = "SIGQUIT",
        [4] = "SIGILL",
        [6] = "SIGABRT",
        [7] = "SIGBUS",
        [8] = "SIGFPE",
        [9] = "SIGKILL",
        [11] = "SIGSEGV",
        [13] = "SIGPIPE",
        [15] = "SIGTERM",
        [24] = "SIGXCPU",
        [25] = "SIGXFSZ",
        [31] = "SIGSYS",
    };

    /// <summary>A sentence about its end, without a full stop.</summary>
    /// <param name="what">What ended: <c>the process</c>.</param>
    /// <param name="exitCode">The exit code, as a shell gives it; <c>null</c>: nobody knows.</param>
    /// <param name="printed">What it printed.</param>
    public static string Of(string what, int? exitCode, string printed)
    {
        var code = exitCode is not { } known ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $" with exit code {known}{(Signals.TryGetValue(known - BySignal, out var signal) ? $" ({signal})" : string.Empty)}");
        var lines = printed.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).TakeLast(MostLines)
            .Select(line => line.Length > LongestLine ? line[..LongestLine] + "…" : line).ToList();
        return $"{what} ended{code} and {(lines.Count == 0 ? "said nothing" : $"last said \"{string.Join(" / ", lines)}\"")}";
    }
}
