namespace Conformance.Player.Targets.Containers;

/// <summary>A container that runs, until it is disposed.</summary>
internal interface IContainer : IAsyncDisposable
{
    /// <summary>Whether it has ended by itself.</summary>
    bool HasEnded { get; }

    /// <summary>The exit code of what ran in it; <c>null</c> while it runs, and where nobody knows.</summary>
    int? ExitCode { get; }

    /// <summary>The last lines that it printed.</summary>
    Task<string> LastLinesAsync();

    /// <summary>Stops it and starts it again; what has ended by itself is only started.</summary>
    Task<bool> RestartAsync(CancellationToken cancellationToken);
}
