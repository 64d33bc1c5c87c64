using System.Globalization;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Judging;

/// <summary>
/// A service provider that closes the connection where a refusal is due does so for hundreds of messages: it is said once for each class of
/// scenarios, with their number. The others are no warnings of their own, and not Passed either: no refusal of theirs was shown.
/// </summary>
internal static class UnansweredRefusals
{
    public static IReadOnlyList<CaseResult> Gather(IReadOnlyList<CaseResult> results)
    {
        var classes = results.Where(IsToGather).GroupBy(ClassOf, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (First: group.First().Address, Count: group.Count()), StringComparer.Ordinal);
        return [.. results.Select(result => IsToGather(result) ? Gathered(result, classes[ClassOf(result)]) : result)];
    }

    private static CaseResult Gathered(CaseResult result, (string First, int Count) its) =>
        its.Count == 1 ? result
        : result.Address == its.First ? result with
        {
            Actual = string.Create(CultureInfo.InvariantCulture, $"{result.Actual} (so ended {its.Count} of the refusals below {ClassOf(result)}; it is said once)"),
        }
        : result with { Verdict = Verdict.Skipped, Reason = $"nobody gained anything, and the refusal was no answer at all, which {its.First} warns of: {result.Actual}" };

    // Under --strict each stays what it is: not shown.
    private static bool IsToGather(CaseResult result) => result is { IsUnanswered: true, Verdict: Verdict.Warning };

    private static string ClassOf(CaseResult result) => string.Join('/', result.Address.Split('/').Take(2));
}
