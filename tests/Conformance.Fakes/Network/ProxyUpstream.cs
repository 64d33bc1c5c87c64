using System.IO.Pipelines;
using System.Net.Sockets;

namespace Conformance.Fakes.Network;

/// <summary>The far side of plain requests through a proxy: one connection to one host, used again while it lasts.</summary>
internal sealed class ProxyUpstream(HostPort host, Socket socket) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: false);
    private readonly PipeReader _reader = PipeReader.Create(
        new NetworkStream(socket, ownsSocket: false), new StreamPipeReaderOptions(leaveOpen: true));

    private bool _isSpent;

    public Socket Socket => socket;

    /// <summary>Whether the next request to a host can go this way. Anything to read between requests means that the far side has ended.</summary>
    public bool IsReusableFor(HostPort next) => next == host && !_isSpent && !socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Passes one request there and its response back, both at the same time: the client may wait for "100 Continue".</summary>
    public async Task<ProxyOutcome> ExchangeAsync(
        HttpHead request, string method, PipeReader client, NetworkStream toClient, CancellationToken cancellationToken)
    {
        using var exchange = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var response = RelayResponseAsync(method, request.EndsConnection, toClient, exchange.Token);
        var upload = UploadAsync(request, client, exchange.Token);
        await Task.WhenAny(response, upload);
        if (!response.IsCompleted && await upload is false)
        {
            await exchange.CancelAsync();
        }

        var outcome = await response;
        client.CancelPendingRead();
        var isUploaded = await upload;
        _isSpent = outcome != ProxyOutcome.Complete || !isUploaded;
        return _isSpent && outcome == ProxyOutcome.Complete ? ProxyOutcome.Ended : outcome;
    }

    public void Dispose()
    {
        _stream.Dispose();
        socket.Dispose();
    }

    /// <summary>Sends the request, then watches the client. False: the client went away or did not send all.</summary>
    private async Task<bool> UploadAsync(HttpHead request, PipeReader client, CancellationToken cancellationToken)
    {
        try
        {
            await _stream.WriteAsync(request.ToOctets(), cancellationToken);
            if (!await HttpBody.CopyRequestAsync(request, client, _stream, cancellationToken))
            {
                return false;
            }

            var next = await client.ReadAsync(cancellationToken);
            client.AdvanceTo(next.Buffer.Start);
            return !next.IsCompleted || !next.Buffer.IsEmpty;
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException
            or OperationCanceledException or InvalidDataException)
        {
            // The response tells how the exchange ended: a server may answer before it has read everything.
            return true;
        }
    }

    private async Task<ProxyOutcome> RelayResponseAsync(string method, bool isLast, NetworkStream toClient, CancellationToken cancellationToken)
    {
        try
        {
            while (await HttpHead.ReadAsync(_reader, cancellationToken) is { } head)
            {
                // A server need not say that it closes when it was asked to. Unless somebody does, the client sends its next request into the close.
                var shown = isLast && !head.EndsConnection ? head with { Headers = [.. head.Headers, new HttpHeader("Connection", "close")] } : head;
                await toClient.WriteAsync(shown.ToOctets(), cancellationToken);
                var status = head.StartLine.Split(' ') is [_, var code, ..] ? code : string.Empty;
                if (status == "101")
                {
                    return ProxyOutcome.Upgraded;
                }

                if (status.StartsWith('1'))
                {
                    continue;
                }

                var isWhole = method == "HEAD" || status is "204" or "304"
                    || await HttpBody.CopyResponseAsync(head, _reader, toClient, cancellationToken);
                return isWhole && !head.EndsConnection ? ProxyOutcome.Complete : ProxyOutcome.Ended;
            }

            return ProxyOutcome.Ended;
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return ProxyOutcome.Reset;
        }
        catch (InvalidDataException)
        {
            return ProxyOutcome.Ended;
        }
    }
}
