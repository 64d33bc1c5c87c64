using System.Globalization;
using Conformance.Player.Running;

namespace Conformance.Benchmarks.Measurements;

/// <summary>Says on the console what came of one of several runs: how many cases of each verdict, and the root cause of a run that ended early.</summary>
internal static class RunLine
{
    /// <param name="run">Which one, counted from 0.</param>
    /// <param name="report">What came of it.</param>
    public static void Print(int run, RunReport report)
    {
        var verdicts = report.Results.GroupBy(result => result.Verdict).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"));
        Console.WriteLine($"  run {run + 1}: {string.Join(", ", verdicts)}{(report.RootCause is { } cause ? $"; {cause}" : string.Empty)}");
    }
}
