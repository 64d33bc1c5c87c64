using Conformance.Fakes.Provisioning;
using Conformance.Player.Targets;

namespace Conformance.Player.Provisioning;

/// <summary>A client that a person has set up by hand: the suite says what its directory has to hold, and waits.</summary>
internal sealed class WaitedForClient(
    ScimClientPlace place, string baseUrl, string token, Func<SourceDirectory, bool> agrees, Func<int> requests, Action<string> tell, TimeProvider clock) : IClientUnderTest
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);
    private bool _told;

    public async Task<ClientRound> RunAsync(SourceDirectory directory, bool full, bool onlyIfDue, CancellationToken cancellationToken)
    {
        if (!_told)
        {
            tell($"Set the client up with the base URL {baseUrl} and the token {token}.");
            _told = true;
        }

        tell($"Make its directory hold this, and let it provision{(full ? " everybody anew" : string.Empty)}:\n{DirectoryFile.Write(directory)}");
        var (began, before) = (clock.GetTimestamp(), requests());
        var (last, lastAt) = (before, began);
        using var timer = new PeriodicTimer(Pause, clock);
        while (clock.GetElapsedTime(began) < place.Within && await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (requests() != last)
            {
                (last, lastAt) = (requests(), clock.GetTimestamp());
            }

            if (last != before && (agrees(directory) || clock.GetElapsedTime(lastAt) > Quiet))
            {
                break;
            }
        }

        // What it says of failures stands on its own pages, which nobody here can read.
        return new ClientRound(last != before, Failed: false, string.Empty);
    }

    public Task<bool> WaitAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
