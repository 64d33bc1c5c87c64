namespace Conformance.Player.Provisioning;

/// <summary>The person who runs a part of the run by hand.</summary>
/// <param name="Tell">Tells what to do.</param>
/// <param name="Entered">Waits until the person says that it is done; <c>null</c>: nobody can say so.</param>
internal sealed record PersonAtHand(Action<string> Tell, Func<CancellationToken, Task>? Entered);
