using Conformance.Player.Targets;

namespace Conformance.ReferenceSp.Embedding;

/// <summary>A running reference service provider, as the player sees it.</summary>
internal sealed class EmbeddedTarget(ReferenceServiceProvider serviceProvider) : IRunningTarget
{
    private readonly Dictionary<string, int> _ports = serviceProvider.Hosts.ToDictionary(host => host, _ => serviceProvider.TlsPort);

    public IReadOnlyList<KeyValuePair<string, int>> Hosts => [.. _ports];

    public IReadOnlyList<int> LoopbackPorts => [];

    public Task ResetAsync(CancellationToken cancellationToken)
    {
        serviceProvider.Reset();
        return Task.CompletedTask;
    }

    public Task<bool> RestartAsync(CancellationToken cancellationToken)
    {
        serviceProvider.Restart();
        return Task.FromResult(true);
    }

    public ValueTask DisposeAsync() => serviceProvider.DisposeAsync();
}
