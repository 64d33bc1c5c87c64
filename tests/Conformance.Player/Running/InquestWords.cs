using System.Globalization;
using Conformance.Player.Judging;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Running;

/// <summary>What a person is told who has to find out by other means why nobody can sign in any more.</summary>
internal static class InquestWords
{
    private const int MostListed = 8;

    /// <summary>The one cause of all that could not be played.</summary>
    public static string Cause(LostControl lost, IReadOnlyList<ScenarioCase> open, string? words, string why, IReadOnlyList<string> named, bool restarts)
    {
        List<string?> parts =
        [
            $"{lost.Sentence} ({lost.Key})",
            words is null ? null : Begun(words),
            "It may have stopped, or lock out or slow down whoever it has refused often: switch that off for the suite",
            restarts ? Begun(why) : null,
            named.Count == 0 ? null : $"Messages that took the login away alone: {string.Join(", ", named)}",
            open.Count == 0 ? null : $"Played since the control last held: {Listed(open)}",
            restarts ? null : $"{Begun(why)}; with a \"process\" or \"container\" target it does, and finds out which message it was",
        ];
        return string.Join(". ", parts.OfType<string>());
    }

    /// <summary>Few by their addresses, many by the first and the last.</summary>
    public static string Listed(IReadOnlyList<ScenarioCase> cases) => cases.Count <= MostListed
        ? string.Join(", ", cases.Select(scenarioCase => scenarioCase.Address))
        : $"{Count(cases.Count)}, from {cases[0].Address} to {cases[^1].Address}";

    public static string Count(int cases) => string.Create(CultureInfo.InvariantCulture, $"{cases} {(cases == 1 ? "case" : "cases")}");

    private static string Begun(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
