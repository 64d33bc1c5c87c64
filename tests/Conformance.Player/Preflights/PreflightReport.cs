namespace Conformance.Player.Preflights;

/// <summary>What the preflight found: whether the target can be tested at all, and what it accepts.</summary>
/// <param name="Checks">One entry for each check, in order; after the first failed one the rest could not be made.</param>
/// <param name="Discovered">What the target was seen to accept, in words, by name.</param>
public sealed record PreflightReport(IReadOnlyList<PreflightCheck> Checks, IReadOnlyDictionary<string, string> Discovered)
{
    /// <summary>The first check that failed: the one root cause; <c>null</c> when all is well.</summary>
    public PreflightCheck? Failure => Checks.FirstOrDefault(check => check.Outcome == PreflightOutcome.Failed);

    /// <summary>Whether the scenarios can be played.</summary>
    public bool IsReady => Failure is null;
}
