using System.Globalization;
using Conformance.Player.Preflights;
using Conformance.Player.Running;
using Conformance.Player.Settings;
using Conformance.Scenarios.Spec;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Reports;

/// <summary>A run as its reports tell it: results with known failures marked and nothing secret in them.</summary>
public sealed record FinishedRun
{
    /// <summary>The version of the suite.</summary>
    public required string SuiteVersion { get; init; }

    /// <summary>The target's name.</summary>
    public required string Target { get; init; }

    /// <summary>The target file, as a person at the repository's root would write it.</summary>
    public required string TargetFile { get; init; }

    /// <summary>The identity provider's name.</summary>
    public required string Idp { get; init; }

    /// <summary>Flaws that the embedded service provider was given.</summary>
    public IReadOnlyList<string> Flaws { get; init; } = [];

    /// <summary>Why TLS certificates of the target were not checked; <c>null</c>: they were.</summary>
    public string? TlsWaiver { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>From the beginning to the first verdict; <c>null</c> when there was none.</summary>
    public TimeSpan? FirstVerdictAfter { get; init; }

    /// <summary>The seed of all identifiers.</summary>
    public required int Seed { get; init; }

    /// <summary>Whether a missed should counted as Failed.</summary>
    public bool IsStrict { get; init; }

    /// <summary>What was found out before the scenarios.</summary>
    public required PreflightReport Preflight { get; init; }

    /// <summary>The results in the order of their addresses.</summary>
    public required IReadOnlyList<CaseResult> Results { get; init; }

    /// <summary>The results in figures, and how the program ends.</summary>
    public required RunSummary Summary { get; init; }

    /// <summary>The one cause of many inconclusive results, with its remedy; <c>null</c> when there is none.</summary>
    public string? RootCause { get; init; }

    /// <summary>Why the whole target was skipped; <c>null</c> when it was not.</summary>
    public string? Unavailable { get; init; }

    /// <summary>How often the target was restarted because nobody could sign in there any more.</summary>
    public int Restarts { get; init; }

    /// <summary>When nobody could sign in any more, and what was found out about it: a sentence each, without a full stop.</summary>
    public IReadOnlyList<string> Outages { get; init; } = [];

    /// <summary>Hosts that pages asked for and the bench does not have, each once.</summary>
    public IReadOnlyList<string> BlockedHosts { get; init; } = [];

    /// <summary>How often a control was played.</summary>
    public int ControlsPlayed { get; init; }

    /// <summary>How many cases were played in the browser and over HTTP.</summary>
    public (int Browser, int Http) Played { get; init; }

    /// <summary>Name and version of the browser; <c>null</c> when none was started.</summary>
    public string? Browser { get; init; }

    /// <summary>The catalogue of requirements, for what the specifications say.</summary>
    public required SpecCatalogue Spec { get; init; }

    /// <summary>Where the report lies; its page links to evidence relative to it.</summary>
    public required string Directory { get; init; }

    /// <summary>Address → the full path of the evidence.</summary>
    public IReadOnlyDictionary<string, string> Evidence { get; init; } = new Dictionary<string, string>();

    /// <summary>What may stand in no report.</summary>
    public required Redaction Redaction { get; init; }

    /// <summary>Puts the parts together.</summary>
    /// <param name="report">What came of the run.</param>
    /// <param name="suite">What the files said.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="directory">Where the report goes.</param>
    public static FinishedRun Of(RunReport report, Suite suite, int seed, string directory)
    {
        var editor = new ResultEditor(suite);
        var known = suite.Known.Apply(report.Results, DateOnly.FromDateTime(report.Began.UtcDateTime));
        var results = known.Results.Select(editor.Edit).ToList();
        var redaction = editor.Redaction;
        return new FinishedRun
        {
            SuiteVersion = Reports.SuiteVersion.Current,
            Target = report.Target,
            TargetFile = suite.Target.Path,
            Idp = suite.Idp.Name,
            Flaws = suite.Settings.Flaws,
            TlsWaiver = report.TlsWaiver,
            Began = report.Began,
            Took = report.Took,
            FirstVerdictAfter = report.FirstVerdictAfter,
            Seed = seed,
            IsStrict = suite.Settings.Strict,
            Preflight = redaction.Apply(report.Preflight),
            Results = results,
            Summary = new RunSummary
            {
                Results = results,
                KnownFailureFindings = known.Findings,
                HadPositiveLogin = report.HadPositiveLogin,
            },
            RootCause = report.RootCause is null ? null : redaction.Apply(report.RootCause),
            Unavailable = report.Unavailable,
            Restarts = report.Restarts,
            Outages = [.. report.Outages.Select(redaction.Apply)],
            BlockedHosts = [.. report.Blocked.Select(blocked => $"{blocked.Host}:{blocked.Port}").Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)],
            ControlsPlayed = report.ControlsPlayed,
            Played = report.Played,
            Browser = report.Browser,
            Spec = suite.Library.Spec,
            Directory = directory,
            Evidence = report.Evidence,
            Redaction = redaction,
        };
    }

    /// <summary>That the target was restarted, and why, in one sentence; <c>null</c> when it was not, and nobody was kept from signing in.</summary>
    public string? RestartsSentence => Outages.Count == 0 ? null
        : Restarts == 0 ? "Nobody could sign in any more"
        : string.Create(CultureInfo.InvariantCulture, $"The service provider was restarted {(Restarts == 1 ? "once" : $"{Restarts} times")}, because nobody could sign in any more");

    /// <summary>Whether a result is only the echo of the root cause: the case was never played.</summary>
    public bool IsEcho(CaseResult result) => RootCause is not null && result is { Verdict: Verdict.Inconclusive, Driver: null };
}
