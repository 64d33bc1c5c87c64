using Conformance.Player.Preflights;
using Conformance.Player.Running;
using Conformance.Scenarios.Verdicts;

namespace Conformance.SelfTests.RealServiceProviders;

/// <summary>Hears of a run and says nothing.</summary>
internal sealed class SilentObserver : IRunObserver
{
    public void Say(string sentence)
    {
    }

    public void Checked(PreflightReport report)
    {
    }

    public void Judged(CaseResult result, int done, int of)
    {
    }
}
