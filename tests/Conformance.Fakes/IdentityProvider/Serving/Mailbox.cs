namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>The messages that came, and those who wait for one.</summary>
internal sealed class Mailbox
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedMessage> _messages = [];
    private readonly List<(Func<ReceivedMessage, bool> Wanted, TaskCompletionSource<ReceivedMessage> Found)> _waiting = [];
    private int _last;

    public IReadOnlyList<ReceivedMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Numbers the message, keeps it and wakes those who wait for it.</summary>
    public ReceivedMessage Add(Func<int, ReceivedMessage> create)
    {
        lock (_gate)
        {
            var message = create(++_last);
            _messages.Add(message);
            foreach (var (wanted, found) in _waiting)
            {
                Offer(message, wanted, found);
            }

            return message;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _messages.Clear();
        }
    }

    public async Task<ReceivedMessage> WaitAsync(
        Func<ReceivedMessage, bool> wanted, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<ReceivedMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_messages.Find(wanted.Invoke) is { } known)
            {
                return known;
            }

            _waiting.Add((wanted, found));
        }

        try
        {
            // Real time on purpose: a scenario's clock may stand still while the browser is on its way.
            return await found.Task.WaitAsync(timeout, cancellationToken);
        }
        catch (TimeoutException late)
        {
            var seen = Messages.TakeLast(5).Select(message => $"{message.Index} {message.Kind}").ToList();
            throw new TimeoutException(
                $"The identity provider waited {timeout.TotalSeconds:0.#} s for a message that did not come; "
                + (seen.Count == 0 ? "none came." : $"the last it has: {string.Join(", ", seen)}."), late);
        }
        finally
        {
            lock (_gate)
            {
                _waiting.RemoveAll(waiting => waiting.Found == found);
            }
        }
    }

    private static void Offer(
        ReceivedMessage message, Func<ReceivedMessage, bool> wanted, TaskCompletionSource<ReceivedMessage> found)
    {
        try
        {
            if (wanted(message))
            {
                found.TrySetResult(message);
            }
        }
        catch (Exception broken)
        {
            // The condition is the waiter's own; its error is theirs to hear, and not the browser's.
            found.TrySetException(broken);
        }
    }
}
