using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Verdicts;

/// <summary>What a miss is called: the level of the scenario alone decides.</summary>
public static class VerdictRule
{
    /// <summary>The verdict on a requirement that was missed. A may or hardening point is Passed, and the miss its property.</summary>
    /// <param name="level">The scenario's level.</param>
    /// <param name="isStrict">Whether a missed should is Failed.</param>
    public static Verdict OfMiss(Level level, bool isStrict) => level switch
    {
        Level.Must => Verdict.Failed,
        Level.Should => isStrict ? Verdict.Failed : Verdict.Warning,
        _ => Verdict.Passed,
    };

    /// <summary>Whether a miss is reported as a property of the service provider and not as a finding.</summary>
    /// <param name="level">The scenario's level.</param>
    public static bool IsProperty(Level level) => level is Level.May or Level.Hardening;

    /// <summary>The result of a miss: verdict, and the property where that is what it is.</summary>
    /// <param name="result">The result with what was expected and seen; its verdict is replaced.</param>
    /// <param name="isStrict">Whether a missed should is Failed.</param>
    public static CaseResult Missed(CaseResult result, bool isStrict) => result with
    {
        Verdict = OfMiss(result.Level, isStrict),
        Property = IsProperty(result.Level) ? result.Property ?? result.Actual : result.Property,
    };
}
