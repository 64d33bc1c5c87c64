namespace Conformance.Player.Running;

/// <summary>What came of playing a case again.</summary>
/// <param name="WasPlayed">Whether it was; else its control did not hold.</param>
/// <param name="Control">Which control is its own; empty: it needs none.</param>
/// <param name="WasSilent">Whether a message of it was not answered in all the time that there is.</param>
internal readonly record struct Replay(bool WasPlayed, string Control, bool WasSilent);
