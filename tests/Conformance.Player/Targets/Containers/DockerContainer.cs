namespace Conformance.Player.Targets.Containers;

/// <summary>A container of the <c>docker</c> command, which stays with it and passes on what it prints.</summary>
internal sealed class DockerContainer(string name, SupervisedProcess process) : IContainer
{
    private static readonly TimeSpan StoppedWithin = TimeSpan.FromSeconds(30);

    public bool HasEnded => process.HasExited;

    public Task<string> LastLinesAsync() => Task.FromResult(process.LastLines);

    public async Task<bool> RestartAsync(CancellationToken cancellationToken)
    {
        var (code, _) = await DockerCommandEngine.TryAsync(["docker", "restart", name], StoppedWithin, log: null, cancellationToken);
        return code == 0;
    }

    public async ValueTask DisposeAsync()
    {
        await DockerCommandEngine.TryAsync(["docker", "rm", "--force", name], StoppedWithin, log: null, CancellationToken.None);
        await process.DisposeAsync();
    }
}
