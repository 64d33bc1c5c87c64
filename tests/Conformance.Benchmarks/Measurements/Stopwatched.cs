using Conformance.Player.Preflights;
using Conformance.Player.Running;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Benchmarks.Measurements;

/// <summary>Takes the time of a run between its preflight and its end: the cases and their controls, nothing else.</summary>
internal sealed class Stopwatched : IRunObserver
{
    private long _began;

    public TimeSpan SincePreflight => TimeProvider.System.GetElapsedTime(_began);

    public void Say(string sentence)
    {
        // Only times are of interest.
    }

    public void Checked(PreflightReport report) => _began = TimeProvider.System.GetTimestamp();

    public void Judged(CaseResult result, int done, int of)
    {
        // Only times are of interest.
    }
}
