using System.Globalization;
using Conformance.Player.Playing;

namespace Conformance.Player.Targets.Containers;

/// <summary>A target in a container.</summary>
internal sealed class ContainerTarget : IRunningTarget
{
    private readonly IContainer _container;
    private readonly Func<CancellationToken, Task<string?>> _becomeReady;
    private readonly int _port;

    private ContainerTarget(IContainer container, Func<IContainer, CancellationToken, Task<string?>> becomeReady, int port)
    {
        _container = container;
        _becomeReady = token => becomeReady(container, token);
        _port = port;
    }

    public IReadOnlyList<KeyValuePair<string, int>> Hosts => [];

    public IReadOnlyList<int> LoopbackPorts => [_port];

    public static async Task<ContainerTarget> StartAsync(
        IContainerEngine engine, TargetFile file, ContainerPlace place, VariableScope scope, int port, string directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        var container = await engine.StartAsync(Order(file, place, scope, port, directory), cancellationToken);
        var target = new ContainerTarget(container, BecomeReadyAsync, port);
        try
        {
            if (await target._becomeReady(cancellationToken) is { } trouble)
            {
                var printed = await container.LastLinesAsync();
                throw MissingImage.In(printed) is { } missing
                    ? new TargetUnavailableException($"{file.Name} cannot run here: its image cannot be had ({missing}).")
                    : new TargetFailedException($"{file.Path}: {file.Name} did not start: {trouble}. It printed last:\n{printed}");
            }

            return target;
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }

        Task<string?> BecomeReadyAsync(IContainer running, CancellationToken token) =>
            Readiness.WaitAsync(place.ReadyUrl.Bind(scope.ValueOf), place.ReadyWithin, () => !running.HasEnded, clock, token);
    }

    public Task ResetAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<bool> RestartAsync(CancellationToken cancellationToken) =>
        await _container.RestartAsync(cancellationToken) && await _becomeReady(cancellationToken) is null;

    public async Task<string?> LastWordsAsync() =>
        _container.HasEnded ? LastWords.Of("the container", _container.ExitCode, await _container.LastLinesAsync()) : null;

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private static ContainerOrder Order(TargetFile file, ContainerPlace place, VariableScope scope, int port, string directory)
    {
        var home = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        var inside = place.Port.Bind(scope.ValueOf);
        return new ContainerOrder
        {
            Target = file.Name,
            Name = string.Create(CultureInfo.InvariantCulture, $"conformance-{Environment.ProcessId}-{port}"),
            Image = place.Image?.Bind(scope.ValueOf) ?? $"conformance/{Path.GetFileNameWithoutExtension(file.Path)}",
            Context = place.Build is { } build ? Path.GetFullPath(Path.Combine(home, build.Bind(scope.ValueOf))) : null,
            Dockerfile = place.Dockerfile?.Bind(scope.ValueOf) ?? "Dockerfile",
            Port = int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= ushort.MaxValue
                ? number
                : throw new TargetFailedException($"{place.Port.Location}: \"{inside}\" is no port."),
            HostPort = port,
            Environment = place.Environment.ToDictionary(variable => variable.Key, variable => variable.Value.Bind(scope.ValueOf)),
            Mounts = place.Mounts.ToDictionary(mount => Path.GetFullPath(mount.Key.Bind(scope.ValueOf)), mount => mount.Value.Bind(scope.ValueOf)),
            Log = Path.Combine(directory, "target.log"),
        };
    }
}
