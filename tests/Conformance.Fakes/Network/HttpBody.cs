using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Conformance.Fakes.Network;

/// <summary>Copies the body of one HTTP/1.1 message as it is framed, octet for octet.</summary>
/// <remarks>Each method says whether the body was whole; it is not when the sender stops early.</remarks>
internal static class HttpBody
{
    private const int LineLimit = 64 * 1024;

    /// <summary>Copies the body that belongs to a request's head.</summary>
    public static Task<bool> CopyRequestAsync(HttpHead head, PipeReader from, Stream to, CancellationToken cancellationToken) =>
        head.IsChunked
            ? CopyChunksAsync(from, to, cancellationToken)
            : CopyAsync(from, to, head.ContentLength ?? 0, cancellationToken);

    /// <summary>Copies the body that belongs to the head of a response that has one.</summary>
    public static Task<bool> CopyResponseAsync(HttpHead head, PipeReader from, Stream to, CancellationToken cancellationToken) =>
        head.IsChunked
            ? CopyChunksAsync(from, to, cancellationToken)
            : CopyAsync(from, to, head.ContentLength ?? long.MaxValue, cancellationToken);

    private static async Task<bool> CopyAsync(PipeReader from, Stream to, long length, CancellationToken cancellationToken)
    {
        while (length > 0)
        {
            var result = await from.ReadAsync(cancellationToken);
            var part = result.Buffer.Length > length ? result.Buffer.Slice(0, length) : result.Buffer;
            await WriteAsync(to, part, cancellationToken);
            length -= part.Length;
            from.AdvanceTo(part.End);
            if (length > 0 && (result.IsCompleted || result.IsCanceled))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<bool> CopyChunksAsync(PipeReader from, Stream to, CancellationToken cancellationToken)
    {
        while (true)
        {
            var line = await CopyLineAsync(from, to, cancellationToken);
            if (line is null || !TryReadSize(line, out var size))
            {
                return false;
            }

            if (size == 0)
            {
                return await CopyTrailersAsync(from, to, cancellationToken);
            }

            // The line break after the data belongs to the chunk.
            if (!await CopyAsync(from, to, size + 2L, cancellationToken))
            {
                return false;
            }
        }
    }

    private static bool TryReadSize(string line, out int size) =>
        int.TryParse(line.Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out size) && size >= 0;

    private static async Task<bool> CopyTrailersAsync(PipeReader from, Stream to, CancellationToken cancellationToken)
    {
        string? line;
        do
        {
            line = await CopyLineAsync(from, to, cancellationToken);
        }
        while (line?.Length > 0);
        return line is not null;
    }

    private static async Task<string?> CopyLineAsync(PipeReader from, Stream to, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await from.ReadAsync(cancellationToken);
            if (result.Buffer.PositionOf((byte)'\n') is { } lineFeed)
            {
                var line = result.Buffer.Slice(0, result.Buffer.GetPosition(1, lineFeed));
                var text = Encoding.Latin1.GetString(line).TrimEnd('\r', '\n');
                await WriteAsync(to, line, cancellationToken);
                from.AdvanceTo(line.End);
                return text;
            }

            if (result.Buffer.Length > LineLimit)
            {
                throw new InvalidDataException($"A chunk's line is longer than {LineLimit} octets.");
            }

            from.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted || result.IsCanceled)
            {
                return null;
            }
        }
    }

    private static async ValueTask WriteAsync(Stream to, ReadOnlySequence<byte> octets, CancellationToken cancellationToken)
    {
        foreach (var segment in octets)
        {
            await to.WriteAsync(segment, cancellationToken);
        }
    }
}
