using Conformance.Player.Running;

namespace Conformance.Cli.Output;

/// <summary>Tells a person of a run while it goes on: quiet while all is well, in full when something is not.</summary>
internal interface IRunVoice : IRunObserver, IDisposable
{
    /// <summary>The addresses whose findings have been told already.</summary>
    IReadOnlySet<string> Shown { get; }

    /// <summary>The run begins.</summary>
    void Begin(int cases);

    /// <summary>The run is over; what follows is the summary.</summary>
    void End();
}
