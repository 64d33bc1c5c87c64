using Conformance.Player.Preflights;
using Conformance.Player.Running;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Benchmarks.Rehearsals;

/// <summary>Hears and says nothing.</summary>
internal sealed class Silence : IRunObserver
{
    public static Silence Instance { get; } = new();

    public void Say(string sentence)
    {
        // The runs here are many and short.
    }

    public void Checked(PreflightReport report)
    {
        // The report of the run has it too.
    }

    public void Judged(CaseResult result, int done, int of)
    {
        // The report of the run has it too.
    }
}
