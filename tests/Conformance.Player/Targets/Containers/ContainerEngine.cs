namespace Conformance.Player.Targets.Containers;

/// <summary>The engine of this build: the <c>docker</c> command, or Testcontainers where the full set of packages is built in.</summary>
internal static class ContainerEngine
{
    public static IContainerEngine Create() =>
#if FULL_PACKAGES
        new WithTestcontainers.TestcontainersEngine();
#else
        new DockerCommandEngine();
#endif
}
