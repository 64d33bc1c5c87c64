namespace Conformance.Player.Judging;

/// <summary>How the control of a case stands at the time the case is played.</summary>
/// <param name="Key">The baseline that it is the control of.</param>
/// <param name="State">Whether it holds.</param>
/// <param name="Sentence">What it showed, for reports.</param>
/// <param name="Period">Which stretch between two controls this is; when the control at its end fails, nothing in it counts.</param>
internal sealed record ControlOutcome(string Key, ControlState State, string Sentence, int Period)
{
    /// <summary>For a case that needs none.</summary>
    public static ControlOutcome NotNeeded { get; } = new(string.Empty, ControlState.Good, "none needed: the case itself signs somebody in", 0);
}
