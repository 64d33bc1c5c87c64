using Conformance.Scenarios.Verdicts;

namespace Conformance.Benchmarks.KillMatrix;

/// <summary>What the suite says when it meets one flaw.</summary>
/// <param name="Flaw">The flaw's name.</param>
/// <param name="Addresses">The cases that notice it, in ordinal order.</param>
/// <param name="Preflight">The preflight check that notices it before any case is played; <c>null</c> when none does.</param>
/// <param name="Played">The cases that were played, in ordinal order.</param>
/// <param name="Undecided">The cases without a verdict about the service provider, with what is said instead.</param>
internal sealed record Kill(string Flaw, IReadOnlyList<string> Addresses, string? Preflight, IReadOnlyList<string> Played, IReadOnlyList<string> Undecided)
{
    /// <summary>This trial and an earlier one of other cases in one; where both played a case, this one counts.</summary>
    public Kill After(Kill? earlier) => earlier is null ? this : this with
    {
        Addresses = Ordered(earlier.Addresses.Except(Played).Concat(Addresses)),
        Played = Ordered(earlier.Played.Union(Played)),
        Undecided = [.. earlier.Undecided.Concat(Undecided)],
    };

    /// <summary>What of it is about these cases: those that there are no longer say nothing.</summary>
    public Kill Of(IReadOnlyCollection<string> cases) => this with { Addresses = Ordered(Addresses.Intersect(cases)), Played = Ordered(Played.Intersect(cases)) };

    /// <summary>Whether a verdict says that something is not as it should be: a failure, a warning, or a property where none is owed.</summary>
    public static bool Notices(CaseResult result) => result.Verdict is Verdict.Failed or Verdict.Warning || result.Property is not null;

    private static IReadOnlyList<string> Ordered(IEnumerable<string> addresses) => [.. addresses.Order(StringComparer.Ordinal)];
}
