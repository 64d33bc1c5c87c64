using Conformance.Player.Benches;
using Conformance.Player.Targets;
using Conformance.ReferenceSp.Embedding;

namespace Conformance.SelfTests.Running;

/// <summary>The reference service provider as somebody else runs it, so that the suite cannot restart it.</summary>
internal sealed class SomebodyElses : IEmbeddedServiceProvider
{
    public async Task<IRunningTarget> StartAsync(EmbeddedStart start, CancellationToken cancellationToken) =>
        new Theirs(await new EmbeddedReference().StartAsync(start, cancellationToken));

    private sealed class Theirs(IRunningTarget target) : IRunningTarget
    {
        public IReadOnlyList<KeyValuePair<string, int>> Hosts => target.Hosts;

        public IReadOnlyList<int> LoopbackPorts => target.LoopbackPorts;

        public bool CanRestart => false;

        public Task ResetAsync(CancellationToken cancellationToken) => target.ResetAsync(cancellationToken);

        public Task<bool> RestartAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public ValueTask DisposeAsync() => target.DisposeAsync();
    }
}
