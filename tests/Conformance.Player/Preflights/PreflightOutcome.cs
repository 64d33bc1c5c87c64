namespace Conformance.Player.Preflights;

/// <summary>What came of a preflight check.</summary>
public enum PreflightOutcome
{
    /// <summary>All is well.</summary>
    Passed,

    /// <summary>It is worth knowing, and stops nothing.</summary>
    Noted,

    /// <summary>Nothing that follows would mean anything.</summary>
    Failed,

    /// <summary>It does not apply here.</summary>
    Skipped,
}
