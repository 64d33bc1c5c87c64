using System.Buffers;
using System.IO.Pipelines;

namespace Conformance.Fakes.Stubs;

/// <summary>Keeps a copy of each request's head, because the server forgets order and spelling of headers.</summary>
/// <remarks>The copy is made before the server sees the octets: it decodes the path in place.</remarks>
internal sealed class RecordingPipeReader(PipeReader inner) : PipeReader
{
    private readonly ArrayBufferWriter<byte> _copied = new();
    private ReadOnlySequence<byte> _offered;
    private int _consumed;

    /// <summary>Whether octets are kept: on for the head of a request, off for its body.</summary>
    public bool IsRecording { get; set; } = true;

    /// <summary>Hands out what the server consumed and forgets the rest, which will be offered again.</summary>
    public ReadOnlySequence<byte> TakeConsumed()
    {
        var taken = new ReadOnlySequence<byte>(_copied.WrittenSpan[.._consumed].ToArray());
        _copied.ResetWrittenCount();
        _consumed = 0;
        return taken;
    }

    public override bool TryRead(out ReadResult result)
    {
        var hasRead = inner.TryRead(out result);
        if (hasRead)
        {
            Copy(result.Buffer);
        }

        return hasRead;
    }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var result = await inner.ReadAsync(cancellationToken);
        Copy(result.Buffer);
        return result;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (IsRecording)
        {
            _consumed += (int)_offered.Slice(_offered.Start, consumed).Length;
        }

        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    // What was copied and not consumed comes again, in front of what is new.
    private void Copy(in ReadOnlySequence<byte> offered)
    {
        _offered = offered;
        if (!IsRecording)
        {
            return;
        }

        foreach (var segment in offered.Slice(_copied.WrittenCount - _consumed))
        {
            _copied.Write(segment.Span);
        }
    }
}
