namespace Conformance.Player.Targets.Containers;

/// <summary>Runs containers: the seam between the <c>docker</c> command and Testcontainers.</summary>
internal interface IContainerEngine
{
    /// <summary>Builds the image if it is to be built, and starts a container. It need not be ready when this returns.</summary>
    /// <exception cref="TargetUnavailableException">There is no engine, or the image cannot be had here.</exception>
    /// <exception cref="TargetFailedException">The image cannot be built, or the container cannot be started.</exception>
    Task<IContainer> StartAsync(ContainerOrder order, CancellationToken cancellationToken);
}
