namespace Conformance.Player.Targets.Containers;

/// <summary>A container to be run, all variables bound.</summary>
internal sealed record ContainerOrder
{
    /// <summary>The target's name, for a person.</summary>
    public required string Target { get; init; }

    /// <summary>The container's own name, which nothing else on this machine has.</summary>
    public required string Name { get; init; }

    /// <summary>The image to run, or to give to what was built.</summary>
    public required string Image { get; init; }

    /// <summary>The folder that the image is built from; <c>null</c>: it is there or comes from a registry.</summary>
    public string? Context { get; init; }

    /// <summary>The Dockerfile in that folder.</summary>
    public string Dockerfile { get; init; } = "Dockerfile";

    /// <summary>The port inside.</summary>
    public required int Port { get; init; }

    /// <summary>The port on 127.0.0.1 that leads to it.</summary>
    public required int HostPort { get; init; }

    /// <summary>Environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Host path → container path, read-only.</summary>
    public required IReadOnlyDictionary<string, string> Mounts { get; init; }

    /// <summary>The file that takes what it prints.</summary>
    public required string Log { get; init; }
}
