using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Conformance.Fakes.Network;

/// <summary>Start line and headers of an HTTP/1.1 message, in order and as spelt on the wire (each octet one character).</summary>
internal sealed record HttpHead(string StartLine, IReadOnlyList<HttpHeader> Headers)
{
    // Redirects carry whole signed messages in their URL.
    private const int Limit = 1024 * 1024;

    private static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    /// <summary>Reads up to and with the empty line; <see langword="null"/> when the peer says nothing more.</summary>
    public static async ValueTask<HttpHead?> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = SkipEmptyLines(result.Buffer);
            if (TryTakeHead(buffer, out var head, out var consumed))
            {
                reader.AdvanceTo(consumed);
                return head;
            }

            if (result.IsCompleted)
            {
                reader.AdvanceTo(buffer.End);
                return buffer.IsEmpty ? null : throw new InvalidDataException("The connection ended inside an HTTP head.");
            }

            if (buffer.Length > Limit)
            {
                throw new InvalidDataException($"An HTTP head is longer than {Limit} octets.");
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>Reads a head from its octets, with or without the empty line at its end.</summary>
    public static HttpHead Parse(in ReadOnlySequence<byte> octets)
    {
        var lines = Encoding.Latin1.GetString(octets).Trim('\r', '\n').Split("\r\n");
        var headers = new HttpHeader[lines.Length - 1];
        for (var i = 1; i < lines.Length; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            headers[i - 1] = colon < 0
                ? new HttpHeader(lines[i], string.Empty)
                : new HttpHeader(lines[i][..colon], lines[i][(colon + 1)..].Trim(' ', '\t'));
        }

        return new HttpHead(lines[0], headers);
    }

    /// <summary>The first value of a header.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var header in Headers)
            {
                if (header.Is(name))
                {
                    return header.Value;
                }
            }

            return null;
        }
    }

    public bool IsChunked => Lists("Transfer-Encoding", "chunked");

    public long? ContentLength =>
        long.TryParse(this["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    public bool EndsConnection =>
        Lists("Connection", "close") || (StartLine.Contains("HTTP/1.0", StringComparison.Ordinal) && !Lists("Connection", "keep-alive"));

    public byte[] ToOctets()
    {
        var text = new StringBuilder(StartLine).Append("\r\n");
        foreach (var header in Headers)
        {
            text.Append(header.Name).Append(": ").Append(header.Value).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
    }

    private bool Lists(string name, string token) => Headers.Any(header =>
        header.Is(name) && header.Value.Split(',', StringSplitOptions.TrimEntries).Contains(token, StringComparer.OrdinalIgnoreCase));

    private static bool TryTakeHead(in ReadOnlySequence<byte> buffer, out HttpHead? head, out SequencePosition consumed)
    {
        var sequence = new SequenceReader<byte>(buffer);
        if (sequence.TryReadTo(out ReadOnlySequence<byte> octets, End))
        {
            (head, consumed) = (Parse(octets), sequence.Position);
            return true;
        }

        (head, consumed) = (null, buffer.Start);
        return false;
    }

    // RFC 9112 2.2: a server ignores at least one empty line received before the request line.
    private static ReadOnlySequence<byte> SkipEmptyLines(in ReadOnlySequence<byte> buffer)
    {
        var sequence = new SequenceReader<byte>(buffer);
        sequence.AdvancePastAny((byte)'\r', (byte)'\n');
        return buffer.Slice(sequence.Position);
    }
}
