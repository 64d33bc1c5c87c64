namespace Conformance.Scenarios.Verdicts;

/// <summary>How the program ends.</summary>
public enum ExitCode
{
    /// <summary>Everything passed; there may be warnings.</summary>
    Passed = 0,

    /// <summary>The service provider does not conform, or a known failure has expired or passes.</summary>
    Failed = 1,

    /// <summary>A file of the configuration or a scenario is wrong.</summary>
    Configuration = 2,

    /// <summary>Nothing can be said: something was inconclusive, the suite failed, or nobody could be signed in at all.</summary>
    Inconclusive = 3,

    /// <summary>The command line is wrong, or an address on it matches nothing.</summary>
    Usage = 4,
}
