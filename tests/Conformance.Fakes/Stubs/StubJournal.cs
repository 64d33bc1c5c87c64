using System.Globalization;

namespace Conformance.Fakes.Stubs;

/// <summary>Everything that a stub host was asked, in order.</summary>
public sealed class StubJournal(TimeProvider time)
{
    private const int Shown = 10;

    private readonly Lock _gate = new();
    private readonly List<StubExchange> _exchanges = [];
    private readonly List<(Func<StubExchange, bool> Predicate, TaskCompletionSource<StubExchange> Found)> _waiting = [];

    /// <summary>The exchanges so far.</summary>
    public IReadOnlyList<StubExchange> Exchanges
    {
        get
        {
            lock (_gate)
            {
                return [.. _exchanges];
            }
        }
    }

    /// <summary>Forgets the exchanges so far.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _exchanges.Clear();
        }
    }

    /// <summary>The first exchange that meets a condition, whether it is here already or still to come.</summary>
    /// <exception cref="TimeoutException">None did in time; the message lists what came instead.</exception>
    public async Task<StubExchange> WaitForAsync(
        Func<StubExchange, bool> predicate, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        var found = new TaskCompletionSource<StubExchange>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_exchanges.Find(predicate.Invoke) is { } known)
            {
                return known;
            }

            _waiting.Add((predicate, found));
        }

        try
        {
            return await found.Task.WaitAsync(timeout, time, cancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException(Describe(timeout), late);
        }
        finally
        {
            lock (_gate)
            {
                _waiting.RemoveAll(waiting => waiting.Found == found);
            }
        }
    }

    /// <summary>Adds an exchange and lets those go on who waited for it.</summary>
    internal void Add(StubExchange exchange)
    {
        lock (_gate)
        {
            _exchanges.Add(exchange);
            foreach (var (predicate, found) in _waiting)
            {
                Offer(exchange, predicate, found);
            }
        }
    }

    private static void Offer(StubExchange exchange, Func<StubExchange, bool> predicate, TaskCompletionSource<StubExchange> found)
    {
        try
        {
            if (predicate(exchange))
            {
                found.TrySetResult(exchange);
            }
        }
        catch (Exception broken)
        {
            // The one who waits wrote the condition and hears of its error; the client that was just answered does not.
            found.TrySetException(broken);
        }
    }

    private string Describe(TimeSpan timeout)
    {
        var exchanges = Exchanges;
        var seen = exchanges.Count == 0
            ? "Nothing was asked."
            : $"{exchanges.Count} others were seen, the last of them: {string.Join(", ", exchanges.TakeLast(Shown))}.";
        return string.Create(CultureInfo.InvariantCulture, $"The awaited request did not arrive within {timeout.TotalSeconds:0.###} s. {seen}");
    }
}
