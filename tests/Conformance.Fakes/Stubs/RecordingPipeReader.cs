using System.Buffers;
using System.IO.Pipelines;

namespace Conformance.Fakes.Stubs;

/// <summary>Keeps a copy of what the server consumes, because the server itself forgets order and spelling of headers.</summary>
internal sealed class RecordingPipeReader(PipeReader inner) : PipeReader
{
    private readonly ArrayBufferWriter<byte> _consumed = new();
    private ReadOnlySequence<byte> _offered;

    /// <summary>Whether consumed octets are kept: on for the head of a request, off for its body.</summary>
    public bool IsRecording { get; set; } = true;

    /// <summary>Hands out what was kept and begins anew.</summary>
    public ReadOnlySequence<byte> TakeConsumed()
    {
        var taken = new ReadOnlySequence<byte>(_consumed.WrittenSpan.ToArray());
        _consumed.ResetWrittenCount();
        return taken;
    }

    public override bool TryRead(out ReadResult result)
    {
        var hasRead = inner.TryRead(out result);
        _offered = hasRead ? result.Buffer : default;
        return hasRead;
    }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var result = await inner.ReadAsync(cancellationToken);
        _offered = result.Buffer;
        return result;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (IsRecording && !_offered.IsEmpty)
        {
            foreach (var segment in _offered.Slice(_offered.Start, consumed))
            {
                _consumed.Write(segment.Span);
            }
        }

        _offered = default;
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);
}
