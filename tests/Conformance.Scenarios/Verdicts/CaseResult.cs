using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Verdicts;

/// <summary>What came out of one case on one target, with all that a reader needs to believe it.</summary>
public sealed record CaseResult
{
    /// <summary>The address with the case.</summary>
    public required string Address { get; init; }

    /// <summary>What was done.</summary>
    public required string Name { get; init; }

    /// <summary>How much a miss counts.</summary>
    public required Level Level { get; init; }

    /// <summary>What is said of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What the service provider has to do.</summary>
    public required string Requirement { get; init; }

    /// <summary>Where that is written: keys of the catalogue.</summary>
    public required IReadOnlyList<string> Spec { get; init; }

    /// <summary>How it was played: <c>browser</c> or <c>http</c>; <c>null</c> when it was not played.</summary>
    public string? Driver { get; init; }

    /// <summary>What would have met the requirement: the alternatives.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>What was seen instead, as a person sees it.</summary>
    public string? Actual { get; init; }

    /// <summary>What the control showed; <c>null</c> when the case needs none.</summary>
    public string? Control { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The folder of the evidence; <c>null</c> when none was kept.</summary>
    public string? Evidence { get; init; }

    /// <summary>The line that decided, or the beginning of the scenario.</summary>
    public required Location Location { get; init; }

    /// <summary>Why it was skipped, is inconclusive, or the suite failed; <c>null</c> for all others.</summary>
    public string? Reason { get; init; }

    /// <summary>What the service provider does where the specification lets it choose, such as <c>takes SHA-1 signatures</c>.</summary>
    public string? Property { get; init; }

    /// <summary>Whether a refusal that was due was no answer at all: the connection was closed, or nothing came in time.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>More for a reader who asks: the element concerned, the stack of an error of the suite.</summary>
    public string? Detail { get; init; }

    /// <summary>What has to follow the address to play it again as it was, such as <c>--target FILE</c>.</summary>
    public string? AgainWith { get; init; }

    /// <summary>The known failure that excuses it; <c>null</c> when none does.</summary>
    public KnownFailure? Known { get; init; }

    /// <summary>The command that plays it again.</summary>
    public string Again =>
        $"dotnet run --project tests/Conformance.Cli -- run {Address}{(string.IsNullOrEmpty(AgainWith) ? string.Empty : $" {AgainWith}")}";

    /// <summary>Whether the run fails because of it.</summary>
    public bool FailsRun => Known is null && Verdict is (Verdict.Failed or Verdict.Inconclusive or Verdict.Error);
}
