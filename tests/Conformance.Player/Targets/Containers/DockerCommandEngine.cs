using System.ComponentModel;
using System.Globalization;

namespace Conformance.Player.Targets.Containers;

/// <summary>Runs containers by the <c>docker</c> command.</summary>
internal sealed class DockerCommandEngine : IContainerEngine
{
    private static readonly TimeSpan EngineAnswersWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BuiltWithin = TimeSpan.FromMinutes(10);
    private static readonly Dictionary<string, string> NoVariables = [];

    // A container outlives the command that started it, so after a crash of the suite the shell that is told to end removes it.
    private const string RemoveAtTheEnd = "trap 'docker rm --force \"$0\" >/dev/null 2>&1; exit 143' TERM; \"$@\" & wait $!";

    public async Task<IContainer> StartAsync(ContainerOrder order, CancellationToken cancellationToken)
    {
        var (code, printed) = await TryAsync(["docker", "version", "--format", "{{.Server.Version}}"], EngineAnswersWithin, log: null, cancellationToken);
        if (code != 0)
        {
            throw new TargetUnavailableException(
                $"{order.Target} cannot run here: no Docker engine answers ({LastLine(printed)}). Install and start one, or set DOCKER_HOST to one that runs.");
        }

        if (order.Context is { } context)
        {
            await BuildAsync(order, context, cancellationToken);
        }

        List<string> run =
        [
            "docker", "run", "--rm", "--name", order.Name,
            "--publish", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{order.HostPort}:{order.Port}"),
            .. order.Environment.SelectMany(variable => new[] { "--env", $"{variable.Key}={variable.Value}" }),
            .. order.Mounts.SelectMany(mount => new[] { "--volume", $"{mount.Key}:{mount.Value}:ro" }),
            order.Image,
        ];
        var command = OperatingSystem.IsWindows() ? run : ["sh", "-c", RemoveAtTheEnd, order.Name, .. run];
        return new DockerContainer(order.Name, () => SupervisedProcess.Start(command, ".", NoVariables, order.Log));
    }

    /// <summary>Runs a command to its end, or to the end of its time.</summary>
    internal static async Task<(int Code, string Printed)> TryAsync(IReadOnlyList<string> command, TimeSpan within, string? log, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(within);
        try
        {
            await using var process = SupervisedProcess.Start(command, ".", NoVariables, log);
            await process.WaitAsync(limit.Token);
            return (process.ExitCode, process.LastLines);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (-1, string.Create(CultureInfo.InvariantCulture, $"\"{string.Join(' ', command.Take(2))}\" took longer than {within.TotalSeconds:0} s"));
        }
        catch (Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }

    private static async Task BuildAsync(ContainerOrder order, string context, CancellationToken cancellationToken)
    {
        // The build installs packages; the host's own network is the one that is known to lead to them.
        var (code, printed) = await TryAsync(
            ["docker", "build", "--network", "host", "--tag", order.Image, "--file", Path.Combine(context, order.Dockerfile), context], BuiltWithin, order.Log, cancellationToken);
        if (code == 0)
        {
            return;
        }

        throw MissingImage.In(printed) is { } missing
            ? new TargetUnavailableException($"{order.Target} cannot run here: its base image cannot be had ({missing}). Import it under that name, or make its registry reachable.")
            : new TargetFailedException($"The image of {order.Target} could not be built. It printed last:\n{printed}");
    }

    private static string LastLine(string printed) => printed.Split('\n')[^1].Trim();
}
