using System.IO.Pipelines;

namespace Conformance.Fakes.Stubs;

/// <summary>Lets through what the server sends, up to the moment when the line is cut. The server does not notice.</summary>
internal sealed class SeverablePipeWriter(PipeWriter inner) : PipeWriter
{
    private byte[] _discarded = [];

    /// <summary>Whether everything from now on is lost.</summary>
    public bool IsSevered { get; set; }

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override void Advance(int bytes)
    {
        if (!IsSevered)
        {
            inner.Advance(bytes);
        }
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => IsSevered ? Discard(sizeHint) : inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => IsSevered ? Discard(sizeHint) : inner.GetSpan(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        IsSevered ? ValueTask.FromResult(default(FlushResult)) : inner.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    private byte[] Discard(int sizeHint)
    {
        const int smallest = 4096;
        if (_discarded.Length < Math.Max(sizeHint, smallest))
        {
            _discarded = new byte[Math.Max(sizeHint, smallest)];
        }

        return _discarded;
    }
}
