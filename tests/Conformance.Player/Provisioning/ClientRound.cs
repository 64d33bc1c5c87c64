namespace Conformance.Player.Provisioning;

/// <summary>What came of letting a provisioning client act once.</summary>
/// <param name="Ran">Whether it acted at all.</param>
/// <param name="Failed">Whether it says that something went wrong.</param>
/// <param name="Said">What it says, line by line, without the token.</param>
internal sealed record ClientRound(bool Ran, bool Failed, string Said);
