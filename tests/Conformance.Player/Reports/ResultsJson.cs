using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Player.Preflights;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Reports;

/// <summary>Everything about a run, for programs: <c>results.json</c>.</summary>
public static class ResultsJson
{
    /// <summary>Grows when a reader of the version before would misread the file; new keys alone do not change it.</summary>
    public const int SchemaVersion = 1;

    // Relaxed: the file is read by programs and people, and is never put into a page as it is.
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's text.</summary>
    public static string Write(FinishedRun run) => JsonSerializer.Serialize(
        new
        {
            SchemaVersion,
            Suite = new { Version = run.SuiteVersion, run.Seed, Strict = run.IsStrict },
            Target = new { Name = run.Target, File = run.TargetFile, IdentityProvider = run.Idp, run.Flaws, run.TlsWaiver, run.Unavailable },
            run.Browser,
            Began = run.Began.UtcDateTime,
            DurationMs = Milliseconds(run.Took),
            FirstVerdictMs = run.FirstVerdictAfter is { } first ? Milliseconds(first) : (long?)null,
            Summary = run.Summary.ToString(),
            ExitCode = (int)run.Summary.ExitCode,
            Counts = Counts(run),
            run.RootCause,
            run.Summary.KnownFailureFindings,
            Preflight = run.Preflight.Checks.Select(Check),
            run.Preflight.Discovered,
            run.BlockedHosts,
            run.Restarts,
            run.Outages,
            Results = run.Results.Select(Result),
        },
        Form) + "\n";

    private static object Counts(FinishedRun run) => new
    {
        Cases = run.Results.Count,
        Passed = run.Summary.Count(Verdict.Passed),
        Failed = run.Summary.Count(Verdict.Failed),
        Warning = run.Summary.Count(Verdict.Warning),
        Inconclusive = run.Summary.Count(Verdict.Inconclusive),
        Error = run.Summary.Count(Verdict.Error),
        Skipped = run.Summary.Count(Verdict.Skipped),
        KnownFailure = run.Summary.KnownFailures,
        run.Played.Browser,
        run.Played.Http,
        Controls = run.ControlsPlayed,
    };

    private static object Check(PreflightCheck check) =>
        new { check.Id, check.Name, Outcome = Word(check.Outcome), check.Sentence, check.Remedy };

    private static object Result(CaseResult result) => new
    {
        result.Address,
        result.Name,
        Level = Word(result.Level),
        Verdict = Word(result.Verdict),
        result.Requirement,
        result.Spec,
        result.Driver,
        result.Expected,
        result.Actual,
        result.Control,
        DurationMs = Milliseconds(result.Duration),
        result.Evidence,
        result.Property,
        result.Reason,
        result.Detail,
        Location = $"{result.Location.File}:{result.Location.Line}",
        KnownFailure = result.Known is { } known ? new { known.Reason, known.Owner, Expires = known.Expires.ToString("yyyy-MM-dd", null) } : null,
        result.Again,
    };

    private static long Milliseconds(TimeSpan span) => (long)Math.Round(span.TotalMilliseconds);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
