namespace Conformance.Cli.Output;

/// <summary>Lines that a person enters while the program goes on; one that was entered before anybody asked counts for nothing.</summary>
/// <param name="reader">Where they come from. Its end is no line.</param>
internal sealed class EnteredLines(TextReader reader)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? _reading;

    /// <summary>Waits for the next line.</summary>
    public Task NextAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // A console blocks whoever reads it, so that is done aside, and once for all who ask.
            _reading ??= Task.Run(ReadAsync, CancellationToken.None);
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task.WaitAsync(cancellationToken);
        }
    }

    private async Task ReadAsync()
    {
        while (await reader.ReadLineAsync() is not null)
        {
            lock (_gate)
            {
                _next.TrySetResult();
            }
        }
    }
}
