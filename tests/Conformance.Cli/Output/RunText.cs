using System.Globalization;
using Conformance.Player.Preflights;
using Conformance.Player.Reports;
using Conformance.Player.Settings;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Cli.Output;

/// <summary>What the console says at the beginning and the end of a run.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="page">Where the report is, for people.</param>
internal sealed class RunText(TextWriter output, string page)
{
    private const int MostCommands = 20;
    private const int MostOfOneScenario = 3;

    /// <summary>What is tested, in one line.</summary>
    public static string Headline(Suite suite, int cases)
    {
        var flaws = suite.Settings.Flaws.Count == 0 ? string.Empty : $", with the flaw {string.Join(", ", suite.Settings.Flaws)}";
        return $"{suite.Target.Name}{flaws} ({suite.Target.Path}): {Count(cases, "case", "cases")}";
    }

    /// <summary>A preflight that went well, in one line.</summary>
    public static string PreflightLine(PreflightReport report)
    {
        var noted = report.Checks.Where(check => check.Outcome == PreflightOutcome.Noted).Select(check => $"\n  {check.Id} {check.Sentence} {check.Remedy}".TrimEnd());
        var discovered = report.Discovered.TryGetValue("signing places", out var places) ? $"; it accepts {places} signed" : string.Empty;
        return $"Preflight: {report.Checks.Count(check => check.Outcome is PreflightOutcome.Passed)} of {report.Checks.Count} checks well{discovered}.{string.Concat(noted)}";
    }

    /// <summary>Whether a result is told in full as it comes.</summary>
    public static bool IsWorthTelling(CaseResult result) =>
        result.Known is null && result.Verdict is not (Verdict.Passed or Verdict.Skipped) && !(result.Verdict == Verdict.Inconclusive && result.Driver is null);

    /// <summary>Tells findings apart: what was played later may have made another one of a case.</summary>
    public static string KeyOf(CaseResult result) => $"{result.Verdict} {result.Address}";

    /// <summary>Says what came of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="shown">The findings that have been told, by their <see cref="KeyOf"/>.</param>
    public void Write(FinishedRun run, IReadOnlySet<string> shown)
    {
        foreach (var result in run.Results.Where(result => IsWorthTelling(result) && !shown.Contains(KeyOf(result))))
        {
            output.WriteLine();
            output.Write(FailureText.Render(result, run.Spec));
        }

        WriteRootCause(run);
        WriteOutages(run);
        foreach (var finding in run.Summary.KnownFailureFindings)
        {
            output.WriteLine();
            output.WriteLine(finding);
        }

        WriteBlocked(run);
        output.WriteLine();
        output.WriteLine($"{run.Summary} in {Seconds(run.Took)} ({Played(run)})");
        output.WriteLine($"Report: {page}");
        WriteAgain(run);
    }

    private void WriteRootCause(FinishedRun run)
    {
        if (run.RootCause is { } cause)
        {
            output.WriteLine();
            output.WriteLine($"? One cause for {Count(run.Results.Count(run.IsEcho), "case that was not played", "cases that were not played")}:");
            output.WriteLine($"  {cause}");
        }
        else if (run.Unavailable is { } reason)
        {
            output.WriteLine();
            output.WriteLine($"- Nothing was played: {reason}");
        }
        else if (!run.Summary.HadPositiveLogin)
        {
            output.WriteLine();
            output.WriteLine("? Nobody could be signed in at all, so no refusal means anything.");
        }
    }

    private void WriteOutages(FinishedRun run)
    {
        if (run.RestartsSentence is { } restarts)
        {
            output.WriteLine();
            output.WriteLine($"! {restarts}:");
            foreach (var outage in run.Outages)
            {
                output.WriteLine($"  {outage}");
            }
        }
    }

    private void WriteBlocked(FinishedRun run)
    {
        if (run.BlockedHosts.Count > 0)
        {
            output.WriteLine();
            output.WriteLine($"Pages asked for hosts that are not on the bench: {string.Join(", ", run.BlockedHosts)}");
        }
    }

    private void WriteAgain(FinishedRun run)
    {
        var again = run.Results.Where(result => result.FailsRun && !run.IsEcho(result)).GroupBy(ParentOf, StringComparer.Ordinal).SelectMany(Commands).ToList();
        if (again.Count == 0)
        {
            return;
        }

        output.WriteLine("Again:");
        foreach (var command in again.Take(MostCommands))
        {
            output.WriteLine($"  {command}");
        }

        if (again.Count > MostCommands)
        {
            output.WriteLine($"  … and {again.Count - MostCommands} more, in the report.");
        }
    }

    // Where many cases of one scenario fail, its address says it shorter.
    private static IEnumerable<string> Commands(IGrouping<string, CaseResult> results) => results.Count() <= MostOfOneScenario
        ? results.Select(result => result.Again)
        : [(results.First() with { Address = results.Key }).Again];

    private static string ParentOf(CaseResult result) => result.Address[..Math.Max(0, result.Address.LastIndexOf('/'))];

    private static string Played(FinishedRun run) =>
        $"{run.Played.Http} over HTTP, {run.Played.Browser} in the browser; {Count(run.ControlsPlayed, "control", "controls")} played";

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    private static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
