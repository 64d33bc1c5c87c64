using Conformance.Scenarios.Model;

namespace Conformance.Player.Targets;

/// <summary>Where a target runs.</summary>
public abstract record TargetPlace;

/// <summary>It is running already.</summary>
public sealed record RunningPlace : TargetPlace;

/// <summary>A program that the suite starts.</summary>
public sealed record ProcessPlace : TargetPlace
{
    /// <summary>Program and arguments; a path is relative to the target file.</summary>
    public required IReadOnlyList<Text> Start { get; init; }

    /// <summary>Whether the start command stays as long as the target runs.</summary>
    public bool Stays { get; init; } = true;

    /// <summary>Program and arguments that stop it; empty: the signal to terminate, then to kill, to its process group.</summary>
    public IReadOnlyList<Text> Stop { get; init; } = [];

    /// <summary>Program and arguments that bring it back to its first state; empty when there is none.</summary>
    public IReadOnlyList<Text> Reset { get; init; } = [];

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, Text> Environment { get; init; } = new Dictionary<string, Text>();

    /// <summary>The URL that answers once it is ready.</summary>
    public required Text ReadyUrl { get; init; }

    /// <summary>How long it may take until it is ready.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>A container that the suite starts.</summary>
public sealed record ContainerPlace : TargetPlace
{
    /// <summary>The image; <c>null</c>: one of a name of its own, which is built.</summary>
    public Text? Image { get; init; }

    /// <summary>The folder that it is built from, relative to the target file; <c>null</c>: it is not built.</summary>
    public Text? Build { get; init; }

    /// <summary>The Dockerfile in that folder; <c>null</c>: <c>Dockerfile</c>.</summary>
    public Text? Dockerfile { get; init; }

    /// <summary>The port that the service provider listens on inside.</summary>
    public required Text Port { get; init; }

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, Text> Environment { get; init; } = new Dictionary<string, Text>();

    /// <summary>Host path → container path, read-only; host paths may hold variables.</summary>
    public IReadOnlyList<KeyValuePair<Text, Text>> Mounts { get; init; } = [];

    /// <summary>The URL that answers once it is ready.</summary>
    public required Text ReadyUrl { get; init; }

    /// <summary>How long it may take until it is ready.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(120);
}

/// <summary>The suite's own service provider, in this process.</summary>
/// <param name="Flaws">The flaws it is given.</param>
public sealed record EmbeddedPlace(IReadOnlyList<string> Flaws) : TargetPlace;
