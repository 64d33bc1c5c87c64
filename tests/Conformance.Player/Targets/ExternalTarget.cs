namespace Conformance.Player.Targets;

/// <summary>A target that somebody else runs: nothing about it can be reset or restarted.</summary>
internal sealed class ExternalTarget(IReadOnlyList<int> loopbackPorts) : IRunningTarget
{
    public IReadOnlyList<KeyValuePair<string, int>> Hosts => [];

    public IReadOnlyList<int> LoopbackPorts => loopbackPorts;

    public bool CanRestart => false;

    public Task ResetAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> RestartAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
