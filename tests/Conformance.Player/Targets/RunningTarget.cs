using Conformance.Player.Benches;

namespace Conformance.Player.Targets;

/// <summary>A target that answers.</summary>
public interface IRunningTarget : IAsyncDisposable
{
    /// <summary>Host names and the loopback ports they lead to; empty for a target that is reached as it is.</summary>
    IReadOnlyList<KeyValuePair<string, int>> Hosts { get; }

    /// <summary>Loopback ports of a target on plain HTTP.</summary>
    IReadOnlyList<int> LoopbackPorts { get; }

    /// <summary>Forgets sessions, requests and users that a scenario made, where the target can.</summary>
    Task ResetAsync(CancellationToken cancellationToken);

    /// <summary>Forgets what scenarios did, and brings one company into the state that a scenario begins in (<c>CompanyStates</c>).</summary>
    Task PrepareAsync(string dress, string domain, string state, CancellationToken cancellationToken) => ResetAsync(cancellationToken);

    /// <summary>Stops and starts it again; <c>false</c> where it cannot be.</summary>
    /// <exception cref="TargetFailedException">It did not become ready again.</exception>
    Task<bool> RestartAsync(CancellationToken cancellationToken);

    /// <summary>Whether <see cref="RestartAsync"/> can do anything: the suite has started it.</summary>
    bool CanRestart => true;

    /// <summary>How it ended by itself, and what it said last; <c>null</c> while it runs, and where the suite cannot know.</summary>
    Task<string?> LastWordsAsync() => Task.FromResult<string?>(null);
}

/// <summary>Starts the suite's own service provider. The player knows no more of it than this.</summary>
public interface IEmbeddedServiceProvider
{
    /// <summary>Starts one, with the companies and flaws asked for.</summary>
    Task<IRunningTarget> StartAsync(EmbeddedStart start, CancellationToken cancellationToken);
}
