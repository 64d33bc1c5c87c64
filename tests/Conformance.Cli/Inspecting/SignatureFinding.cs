namespace Conformance.Cli.Inspecting;

/// <summary>What came of checking a signature.</summary>
/// <param name="Path">Where the signature stands.</param>
/// <param name="Holds">Whether it verifies.</param>
/// <param name="IsAgainst">Whether its failing speaks against the message; not where nothing is known to check it with.</param>
/// <param name="Sentence">What was found, for a person.</param>
internal sealed record SignatureFinding(string Path, bool Holds, bool IsAgainst, string Sentence);
