namespace Conformance.Player.Targets.Containers;

/// <summary>A container of the <c>docker</c> command, which stays with it and passes on what it prints.</summary>
internal sealed class DockerContainer(string name, Func<SupervisedProcess> run) : IContainer
{
    private static readonly TimeSpan StoppedWithin = TimeSpan.FromSeconds(30);
    private SupervisedProcess _process = run();

    public bool HasEnded => _process.HasExited;

    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    public Task<string> LastLinesAsync() => Task.FromResult(_process.LastLines);

    public async Task<bool> RestartAsync(CancellationToken cancellationToken)
    {
        if (!HasEnded)
        {
            var (code, _) = await DockerCommandEngine.TryAsync(["docker", "restart", name], StoppedWithin, log: null, cancellationToken);
            return code == 0;
        }

        // It was to be removed at its end, so there is nothing left to be started again.
        await DockerCommandEngine.TryAsync(["docker", "rm", "--force", name], StoppedWithin, log: null, cancellationToken);
        await _process.DisposeAsync();
        _process = run();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await DockerCommandEngine.TryAsync(["docker", "rm", "--force", name], StoppedWithin, log: null, CancellationToken.None);
        await _process.DisposeAsync();
    }
}
