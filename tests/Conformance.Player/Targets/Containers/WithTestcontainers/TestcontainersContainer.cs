namespace Conformance.Player.Targets.Containers.WithTestcontainers;

/// <summary>A container of Testcontainers.</summary>
internal sealed class TestcontainersContainer(DotNet.Testcontainers.Containers.IContainer container, ContainerLog log) : IContainer
{
    private Task<long> _ended = container.GetExitCodeAsync(CancellationToken.None);

    public bool HasEnded => _ended.IsCompleted;

    public int? ExitCode => _ended.IsCompletedSuccessfully ? (int)_ended.Result : null;

    public Task<string> LastLinesAsync() => Task.FromResult(log.LastLines);

    public async Task<bool> RestartAsync(CancellationToken cancellationToken)
    {
        if (!HasEnded)
        {
            await container.StopAsync(cancellationToken);
        }

        await container.StartAsync(cancellationToken);
        _ended = container.GetExitCodeAsync(CancellationToken.None);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await container.DisposeAsync();
        log.Dispose();
    }
}
