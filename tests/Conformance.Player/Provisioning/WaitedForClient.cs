using Conformance.Fakes.Provisioning;
using Conformance.Fakes.ScimServer;
using Conformance.Player.Targets;

namespace Conformance.Player.Provisioning;

/// <summary>A client that a person has set up by hand: the suite says how its directory has to change, and waits.</summary>
/// <param name="place">How long a cycle may take.</param>
/// <param name="baseUrl">Where the server is.</param>
/// <param name="token">What it admits.</param>
/// <param name="file">Where the whole directory is written.</param>
/// <param name="agrees">Whether the server holds what the directory does.</param>
/// <param name="traffic">Every request so far.</param>
/// <param name="person">Who is told, and may say that the client is done.</param>
/// <param name="clock">The time.</param>
internal sealed class WaitedForClient(
    ScimClientPlace place, string baseUrl, string token, string file, Func<SourceDirectory, bool> agrees, Func<IReadOnlyList<ScimTraffic>> traffic, PersonAtHand person,
    TimeProvider clock) : IClientUnderTest
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan QuietAfterReading = TimeSpan.FromSeconds(60);
    private SourceDirectory? _told;
    private bool _hasWritten;

    public async Task<ClientRound> RunAsync(SourceDirectory directory, bool full, bool onlyIfDue, CancellationToken cancellationToken)
    {
        await TellAsync(directory, full, cancellationToken);
        var (began, before) = (clock.GetTimestamp(), traffic().Count);
        var (last, lastAt) = (before, began);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var entered = person.Entered?.Invoke(ending.Token);
        using var timer = new PeriodicTimer(Pause, clock);
        while (entered is not { IsCompletedSuccessfully: true } && clock.GetElapsedTime(began) < place.Within && await timer.WaitForNextTickAsync(cancellationToken))
        {
            var all = traffic();
            if (all.Count != last)
            {
                (last, lastAt) = (all.Count, clock.GetTimestamp());
            }
            else if (last != before && clock.GetElapsedTime(lastAt) > RestAfter(directory, all.Skip(before)))
            {
                break;
            }
        }

        await ending.CancelAsync();
        _hasWritten |= traffic().Skip(before).Any(IsWrite);

        // What it says of failures stands on its own pages, which nobody here can read.
        return new ClientRound(traffic().Count != before, Failed: false, string.Empty);
    }

    public Task<bool> WaitAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsWrite(ScimTraffic request) => request.Method != "GET";

    // A client that is only being set up reads, to test the connection; how long its person then takes nobody knows.
    private TimeSpan RestAfter(SourceDirectory directory, IEnumerable<ScimTraffic> news) =>
        agrees(directory) ? Settled : news.Any(IsWrite) ? Quiet : _hasWritten ? QuietAfterReading : place.Within;

    private async Task TellAsync(SourceDirectory directory, bool full, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, DirectoryFile.Write(directory), cancellationToken);
        person.Tell(_told is null
            ? $"""

                The server at {baseUrl} is empty and admits the token {token}.
                Let the client forget whom it has provisioned, and its directory hold these and nobody else; then let it provision:
                """
            : $"Now change the directory, and let the client provision{(full ? " everybody anew" : string.Empty)}:");
        foreach (var change in DirectoryChanges.Between(_told ?? SourceDirectory.Empty, directory))
        {
            person.Tell($"  {change}");
        }

        person.Tell($"  (The whole of it: {file}. The suite waits {place.Within.TotalMinutes:0.#} min at most{(person.Entered is null ? string.Empty : "; press Enter when the client is done")}.)");
        _told = directory;
    }
}
