using Conformance.Fakes.Stubs;
using Conformance.Player.Benches;
using Conformance.Player.Preflights;
using Conformance.Player.Running;
using Conformance.Player.Targets;
using Conformance.ReferenceSp.Embedding;
using Conformance.Scenarios.Verdicts;

namespace Conformance.SelfTests.Sabotage;

/// <summary>
/// The sound reference service provider with somebody between it and the suite. He acts from the start, or only once the preflight is
/// done: then nothing but the controls can unmask him.
/// </summary>
internal sealed class Saboteur(Intercept intercept, bool waitsForPreflight) : IEmbeddedServiceProvider, IRunObserver
{
    private volatile bool _acts = !waitsForPreflight;

    public async Task<IRunningTarget> StartAsync(EmbeddedStart start, CancellationToken cancellationToken)
    {
        var honest = await new EmbeddedReference().StartAsync(start, cancellationToken);
        var stub = await StubHost.StartAsync(start.CertificateFor, start.Clock, cancellationToken: cancellationToken);
        return new SabotagedTarget(honest, stub, (request, onward) => _acts ? intercept(request, onward) : onward());
    }

    public void Say(string sentence)
    {
        // He only waits for the preflight.
    }

    public void Checked(PreflightReport report) => _acts = true;

    public void Judged(CaseResult result, int done, int of)
    {
        // He only waits for the preflight.
    }
}
