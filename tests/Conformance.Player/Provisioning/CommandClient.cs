using Conformance.Fakes.Provisioning;
using Conformance.Player.Targets;

namespace Conformance.Player.Provisioning;

/// <summary>A client that is a command: it is told where the server is and what its directory holds, makes one cycle, and ends.</summary>
internal sealed class CommandClient(
    ScimClientPlace place, string home, string baseUrl, string token, string directory, Func<DateTimeOffset?> askedToWaitUntil, TimeProvider clock) : IClientUnderTest
{
    private const int MostRounds = 6;
    private const int ProgramMissing = 77;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private int _rounds;

    public async Task<ClientRound> RunAsync(SourceDirectory source, bool full, bool onlyIfDue, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(directory, "state"));
        var file = Path.Combine(directory, "directory.json");
        await File.WriteAllTextAsync(file, DirectoryFile.Write(source), cancellationToken);
        var environment = place.Environment.ToDictionary(variable => variable.Key, variable => variable.Value, StringComparer.Ordinal);
        environment["SCIM_BASE_URL"] = baseUrl;
        environment["SCIM_TOKEN"] = token;
        environment["SCIM_DIRECTORY"] = file;
        environment["SCIM_STATE"] = Path.Combine(directory, "state");
        environment["SCIM_CYCLE"] = full || _rounds == 0 ? "full" : "incremental";
        _rounds++;
        await using var process = SupervisedProcess.Start(place.Command, home, environment, null);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(place.Within);
        try
        {
            await process.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ClientRound(Ran: true, Failed: true, $"It was still running after {place.Within.TotalSeconds:0} s and was ended. {Words(process)}");
        }

        return process.ExitCode == ProgramMissing
            ? throw new TargetUnavailableException(Words(process).Split('\n')[^1])
            : new ClientRound(Ran: true, process.ExitCode != 0, Words(process));
    }

    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (_rounds >= MostRounds)
        {
            return false;
        }

        var wait = askedToWaitUntil() - clock.GetUtcNow() ?? TimeSpan.Zero;
        if (wait > TimeSpan.Zero)
        {
            using var timer = new PeriodicTimer(wait < LongestWait ? wait : LongestWait, clock);
            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return true;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Words(SupervisedProcess process) => process.LastLines.Replace(token, "[redacted]", StringComparison.Ordinal);
}
