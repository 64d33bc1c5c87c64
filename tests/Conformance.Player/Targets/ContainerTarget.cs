using Conformance.Player.Playing;

namespace Conformance.Player.Targets;

/// <summary>A target in a container, by the <c>docker</c> command: the seam where Testcontainers can stand.</summary>
internal sealed class ContainerTarget : IRunningTarget
{
    private readonly string _name;
    private readonly SupervisedProcess _process;
    private readonly int _port;

    private ContainerTarget(string name, SupervisedProcess process, int port)
    {
        _name = name;
        _process = process;
        _port = port;
    }

    public IReadOnlyList<KeyValuePair<string, int>> Hosts => [];

    public IReadOnlyList<int> LoopbackPorts => [_port];

    public static async Task<ContainerTarget> StartAsync(
        TargetFile file, ContainerPlace place, VariableScope scope, int port, string directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        var name = $"conformance-{Environment.ProcessId}-{port}";
        List<string> command =
        [
            "docker", "run", "--rm", "--name", name, "--publish", $"127.0.0.1:{port}:{place.Port}",
            .. place.Environment.SelectMany(variable => new[] { "--env", $"{variable.Key}={variable.Value.Bind(scope.ValueOf)}" }),
            .. place.Mounts.SelectMany(mount => new[] { "--volume", $"{mount.Key.Bind(scope.ValueOf)}:{mount.Value.Bind(scope.ValueOf)}:ro" }),
            place.Image.Bind(scope.ValueOf),
        ];
        var process = SupervisedProcess.Start(command, directory, new Dictionary<string, string>(), Path.Combine(directory, "target.log"));
        var target = new ContainerTarget(name, process, port);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        var trouble = await Readiness.WaitAsync(http, place.ReadyUrl.Bind(scope.ValueOf), place.ReadyWithin, () => !process.HasExited, clock, cancellationToken);
        if (trouble is null)
        {
            return target;
        }

        var printed = process.LastLines;
        await target.DisposeAsync();
        throw printed.Contains("Cannot connect to the Docker daemon", StringComparison.Ordinal)
            ? new TargetUnavailableException($"{file.Name} cannot run here: no Docker engine answers. Start one, or set DOCKER_HOST.")
            : new TargetFailedException($"{file.Path}: {file.Name} did not start: {trouble}. It printed last:\n{printed}");
    }

    public Task ResetAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<bool> RestartAsync(CancellationToken cancellationToken)
    {
        await using var restart = SupervisedProcess.Start(["docker", "restart", _name], ".", new Dictionary<string, string>(), null);
        await restart.WaitAsync(cancellationToken);
        return restart.ExitCode == 0;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var stop = SupervisedProcess.Start(["docker", "rm", "--force", _name], ".", new Dictionary<string, string>(), null))
        {
            await stop.WaitAsync(CancellationToken.None);
        }

        await _process.DisposeAsync();
    }
}
