using Conformance.Scenarios.Model;

namespace Conformance.Player.Judging;

/// <summary>A control that held before and failed for good.</summary>
/// <param name="Key">The baseline that it is the control of.</param>
/// <param name="Sentence">What it showed.</param>
/// <param name="IsTheTargetsOwn">Whether it is one of the target as it is, without which nothing can be shown about it.</param>
/// <param name="Suspects">The cases that were played since a control last held, in their order.</param>
internal sealed record LostControl(string Key, string Sentence, bool IsTheTargetsOwn, IReadOnlyList<ScenarioCase> Suspects)
{
    /// <summary>Whether the service provider said that there were too many requests, or when to come back.</summary>
    public bool IsLimit { get; init; }

    /// <summary>Whether it was played in a real browser.</summary>
    public bool Browser { get; init; }
}
