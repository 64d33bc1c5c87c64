using Conformance.Player.Playing;

namespace Conformance.Player.Targets;

/// <summary>A target that is a program on this machine.</summary>
internal sealed class ProcessTarget(
    TargetFile file, ProcessPlace place, VariableScope scope, int port, string directory, TimeProvider clock) : IRunningTarget
{
    // What a start script answers with when this machine lacks a program that it needs, as automake's tests do.
    private const int ProgramMissing = 77;
    private SupervisedProcess? _process;

    public IReadOnlyList<KeyValuePair<string, int>> Hosts => [];

    public IReadOnlyList<int> LoopbackPorts => [port];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // A start script finds an empty directory, also when the target is started again.
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        Directory.CreateDirectory(directory);
        var process = SupervisedProcess.Start(Command(place.Start), Home, Environment(), $"{directory}.log");
        _process = process;
        var url = place.ReadyUrl.Bind(scope.ValueOf);
        if (!place.Stays)
        {
            await process.WaitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw Failed($"its start command ended with exit code {process.ExitCode}", process);
            }
        }

        var trouble = await Readiness.WaitAsync(url, place.ReadyWithin, () => !place.Stays || !process.HasExited, clock, cancellationToken);
        if (trouble is not null)
        {
            throw Failed($"{url} was not ready within {place.ReadyWithin.TotalSeconds:0} s: {trouble}", process);
        }
    }

    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        if (place.Reset.Count > 0)
        {
            await RunAsync(place.Reset, cancellationToken);
        }
    }

    public async Task<bool> RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        await StartAsync(cancellationToken);
        return true;
    }

    // A start command that returns has ended in order; nobody here knows of the daemon that it left.
    public async Task<string?> LastWordsAsync()
    {
        if (!place.Stays || _process is not { HasExited: true } process)
        {
            return null;
        }

        await process.WaitAsync(CancellationToken.None);
        return LastWords.Of("the process", process.ExitCode, process.LastLines);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        await (_process?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private string Home => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file.Path))!;

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_process is not { } process)
        {
            return;
        }

        try
        {
            if (place.Stop.Count > 0)
            {
                await RunAsync(place.Stop, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is TargetFailedException or TargetUnavailableException)
        {
            // What has ended by itself cannot be stopped. Whoever runs on all the same is in the group, or in the way of the next start, which says so.
        }
        finally
        {
            await process.DisposeAsync();
            _process = null;
        }
    }

    private async Task RunAsync(IReadOnlyList<Scenarios.Model.Text> command, CancellationToken cancellationToken)
    {
        await using var process = SupervisedProcess.Start(Command(command), Home, Environment(), null);
        await process.WaitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw Failed($"\"{string.Join(' ', Command(command))}\" ended with exit code {process.ExitCode}", process);
        }
    }

    private IReadOnlyList<string> Command(IReadOnlyList<Scenarios.Model.Text> command) => [.. command.Select(part => part.Bind(scope.ValueOf))];

    private Dictionary<string, string> Environment() =>
        place.Environment.ToDictionary(variable => variable.Key, variable => variable.Value.Bind(scope.ValueOf));

    private Exception Failed(string what, SupervisedProcess process)
    {
        if (process.HasExited && process.ExitCode == ProgramMissing)
        {
            return new TargetUnavailableException($"{file.Name} cannot run here: {process.LastLines.Split('\n')[^1]}");
        }

        var printed = process.LastLines.Length == 0 ? "It printed nothing." : $"It printed last:\n{process.LastLines}";
        return new TargetFailedException($"{file.Path}: {file.Name} did not start: {what}. {printed}");
    }
}
