using System.Globalization;
using Docker.DotNet;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;

namespace Conformance.Player.Targets.Containers.WithTestcontainers;

/// <summary>Runs containers through Testcontainers, whose own cleaning container removes them after a crash of the suite.</summary>
/// <remarks>
/// An engine older than this client's wants <c>DOCKER_API_VERSION</c>; where no registry serves the image of that container, it is switched off by
/// <c>TESTCONTAINERS_RYUK_DISABLED=true</c>.
/// </remarks>
internal sealed class TestcontainersEngine : IContainerEngine
{
    public async Task<IContainer> StartAsync(ContainerOrder order, CancellationToken cancellationToken)
    {
        try
        {
            if (order.Context is { } context)
            {
                await new ImageFromDockerfileBuilder()
                    .WithName(order.Image).WithDockerfileDirectory(context).WithDockerfile(order.Dockerfile)
                    .WithDeleteIfExists(false).WithCleanUp(false)

                    // The build installs packages; the host's own network is the one that is known to lead to them.
                    .WithCreateParameterModifier(build => build.NetworkMode = "host")
                    .Build().CreateAsync(cancellationToken);
            }

            var log = new ContainerLog(order.Log);
            var container = new ContainerBuilder(order.Image)
                .WithName(order.Name)
                .WithImagePullPolicy(order.Context is null ? PullPolicy.Missing : PullPolicy.Never)
                .WithEnvironment(order.Environment)
                .WithPortBinding(order.HostPort, order.Port)
                .WithCreateParameterModifier(create => OnLoopback(create, order.HostPort))
                .WithOutputConsumer(log);
            foreach (var (here, inside) in order.Mounts)
            {
                container = container.WithBindMount(here, inside, AccessMode.ReadOnly);
            }

            return await StartAsync(container.Build(), log, cancellationToken);
        }
        catch (DockerUnavailableException missing)
        {
            throw new TargetUnavailableException(
                $"{order.Target} cannot run here: no Docker engine answers ({missing.Message.Split('\n')[0].Trim()}). Install and start one, or set DOCKER_HOST to one that runs.");
        }
        catch (Exception failure) when (failure is DockerApiException or InvalidOperationException or HttpRequestException or DotNet.Testcontainers.Containers.ContainerNotRunningException)
        {
            throw MissingImage.In(failure.Message) is { } image
                ? new TargetUnavailableException($"{order.Target} cannot run here: its image cannot be had ({image}). Import it under that name, or make its registry reachable.")
                : new TargetFailedException($"{order.Target} could not be started: {failure.Message}");
        }
    }

    private static async Task<IContainer> StartAsync(DotNet.Testcontainers.Containers.IContainer container, ContainerLog log, CancellationToken cancellationToken)
    {
        try
        {
            await container.StartAsync(cancellationToken);
            return new TestcontainersContainer(container, log);
        }
        catch
        {
            await container.DisposeAsync();
            log.Dispose();
            throw;
        }
    }

    // Testcontainers opens ports to the whole network.
    private static void OnLoopback(CreateContainerParameters create, int hostPort)
    {
        foreach (var binding in create.HostConfig!.PortBindings!.Values.SelectMany(bindings => bindings).Where(binding => binding.HostPort == hostPort.ToString(CultureInfo.InvariantCulture)))
        {
            binding.HostIP = "127.0.0.1";
        }
    }
}
