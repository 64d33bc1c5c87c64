using System.Globalization;

namespace Conformance.Scenarios.Verdicts;

/// <summary>A whole run in one line, and how the program ends.</summary>
public sealed record RunSummary
{
    private static readonly (Verdict Verdict, string One, string Many)[] _words =
    [
        (Verdict.Passed, "passed", "passed"),
        (Verdict.Warning, "warning", "warnings"),
        (Verdict.Failed, "failed", "failed"),
        (Verdict.Inconclusive, "inconclusive", "inconclusive"),
        (Verdict.Error, "error", "errors"),
        (Verdict.Skipped, "skipped", "skipped"),
    ];

    /// <summary>The results, known failures marked.</summary>
    public required IReadOnlyList<CaseResult> Results { get; init; }

    /// <summary>What is wrong with the known failures.</summary>
    public IReadOnlyList<string> KnownFailureFindings { get; init; } = [];

    /// <summary>How many files could not be loaded.</summary>
    public int BrokenFiles { get; init; }

    /// <summary>Whether anybody was signed in as expected at all: without it no refusal means anything.</summary>
    public bool HadPositiveLogin { get; init; }

    /// <summary>How many results have a verdict; known failures are counted apart.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(Verdict verdict) => Results.Count(result => result.Known is null && result.Verdict == verdict);

    /// <summary>How many results a known failure excuses.</summary>
    public int KnownFailures => Results.Count(result => result.Known is not null);

    /// <summary>How the program ends. A broken file outweighs all, because what it would have found is not known; without a single
    /// login no failure can be believed; else a failure outweighs what is inconclusive.</summary>
    public ExitCode ExitCode =>
        BrokenFiles > 0 ? ExitCode.Configuration
        : !HadPositiveLogin ? ExitCode.Inconclusive
        : Count(Verdict.Failed) > 0 || KnownFailureFindings.Count > 0 ? ExitCode.Failed
        : Results.Any(result => result.FailsRun) ? ExitCode.Inconclusive
        : ExitCode.Passed;

    /// <summary>The commands that play again what fails the run.</summary>
    public IReadOnlyList<string> Again => [.. Results.Where(result => result.FailsRun).Select(result => result.Again)];

    /// <summary>Such as <c>42 passed, 1 warning, 1 failed, 2 inconclusive, 3 skipped</c>; what there is none of is left out, but for passed.</summary>
    public override string ToString()
    {
        var parts = _words
            .Select(word => (word, Number: Count(word.Verdict)))
            .Where(part => part.Number > 0 || part.word.Verdict == Verdict.Passed)
            .Select(part => Part(part.Number, part.word.One, part.word.Many))
            .ToList();
        if (KnownFailures > 0)
        {
            parts.Add(Part(KnownFailures, "known failure", "known failures"));
        }

        if (BrokenFiles > 0)
        {
            parts.Add(Part(BrokenFiles, "broken file", "broken files"));
        }

        return string.Join(", ", parts);
    }

    private static string Part(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
