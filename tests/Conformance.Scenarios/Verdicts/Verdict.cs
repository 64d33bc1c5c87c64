namespace Conformance.Scenarios.Verdicts;

/// <summary>What is said of one case on one target.</summary>
public enum Verdict
{
    /// <summary>The requirement is met, and the control shows that the result means something. A may or hardening point
    /// is Passed either way; what the service provider does is reported as its property.</summary>
    Passed,

    /// <summary>A must is missed.</summary>
    Failed,

    /// <summary>A should is missed; under <c>--strict</c> it counts as Failed.</summary>
    Warning,

    /// <summary>Nothing can be said: the control failed, or the message did not reach the service provider.</summary>
    Inconclusive,

    /// <summary>It does not apply to this target, for the reason given.</summary>
    Skipped,

    /// <summary>The suite itself failed; never blamed on the service provider.</summary>
    Error,
}
