using System.Globalization;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Player.Judging;

/// <summary>
/// A service provider that closes the connection where a refusal is due does so for hundreds of messages: it is said once for each class of
/// scenarios, with their number, and noted as a property of the others.
/// </summary>
internal static class UnansweredRefusals
{
    public static IReadOnlyList<CaseResult> Gather(IReadOnlyList<CaseResult> results)
    {
        var spokesmen = results.Where(IsToGather).GroupBy(ClassOf, StringComparer.Ordinal).ToDictionary(group => group.First().Address, group => group.Count(), StringComparer.Ordinal);
        return [.. results.Select(result => !IsToGather(result) ? result
            : spokesmen.TryGetValue(result.Address, out var count) ? result with
            {
                Actual = string.Create(CultureInfo.InvariantCulture, $"{result.Actual}{(count > 1 ? $" (so ended {count} of the refusals below {ClassOf(result)}; it is said once)" : string.Empty)}"),
            }
            : result with { Verdict = Verdict.Passed, Property = $"Nobody gained anything, and the refusal was no answer at all: {result.Actual}." })];
    }

    // Under --strict each stays what it is: not shown.
    private static bool IsToGather(CaseResult result) => result is { IsUnanswered: true, Verdict: Verdict.Warning };

    private static string ClassOf(CaseResult result) => string.Join('/', result.Address.Split('/').Take(2));
}
