using System.Globalization;
using Conformance.Player.Benches;
using Conformance.Player.Preflights;

namespace Conformance.Player.Running;

/// <summary>Restarts the target of one bench, which no other bench has, when nobody can sign in there any more; a bounded number of times.</summary>
/// <param name="bench">The bench.</param>
/// <param name="most">How often at most.</param>
internal sealed class TargetRestarts(Bench bench, int most)
{
    private static readonly TimeSpan LongestInAll = TimeSpan.FromMinutes(10);
    private TimeSpan _spent;

    /// <summary>How often it was restarted so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it can be restarted at all: the suite has started it.</summary>
    public bool ArePossible => bench.Target.CanRestart;

    /// <summary>Restarts it.</summary>
    /// <returns><c>null</c>: it is ready again; else why not, in a sentence without a full stop.</returns>
    public async Task<string?> TryAsync(CancellationToken cancellationToken)
    {
        if (!ArePossible)
        {
            return "the suite does not run this target and cannot restart it";
        }

        if (Count >= most || _spent > LongestInAll)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the service provider was restarted {Count} times already, which took {_spent.TotalSeconds:0} s");
        }

        Count++;
        var began = bench.Settings.Clock.GetTimestamp();
        try
        {
            if (!await bench.Target.RestartAsync(cancellationToken))
            {
                return "the service provider could not be restarted";
            }

            // One that makes its keys at the start has others now.
            if (bench.Settings.Target.HasSignOn)
            {
                await EncryptionKeys.ReadAsync(bench, cancellationToken);
            }

            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return $"the service provider could not be restarted: {exception.Message.TrimEnd('.', '\n')}";
        }
        finally
        {
            _spent += bench.Settings.Clock.GetElapsedTime(began);
        }
    }
}
