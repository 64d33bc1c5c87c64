using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;

namespace Conformance.Fakes.Network;

/// <summary>One client's connection to a <see cref="ConnectProxy"/>: a tunnel, or plain requests one after the other.</summary>
internal sealed class ProxyConnection(Socket client, Dialler dialler, Action<HostPort, string> onBlocked) : IDisposable
{
    private readonly NetworkStream _stream = new(client, ownsSocket: false);
    private ProxyUpstream? _upstream;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(_stream, new StreamPipeReaderOptions(leaveOpen: true));
        while (await HttpHead.ReadAsync(reader, cancellationToken) is { } head)
        {
            var parts = head.StartLine.Split(' ');
            var goesOn = parts switch
            {
                ["CONNECT", var authority, _] => await TunnelAsync(authority, reader, cancellationToken),
                [var method, var target, var version] => await ForwardAsync(head, method, target, version, reader, cancellationToken),
                _ => await RefuseAsync("400 Bad Request", "This is not an HTTP/1.1 request.", cancellationToken),
            };
            if (!goesOn)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        _upstream?.Dispose();
        _stream.Dispose();
        client.Dispose();
    }

    private async Task<bool> TunnelAsync(string authority, PipeReader reader, CancellationToken cancellationToken)
    {
        if (!HostPort.TryParse(authority, 443, out var host))
        {
            return await RefuseAsync("400 Bad Request", $"\"{authority}\" is not a host.", cancellationToken);
        }

        if (await DialAsync(host, cancellationToken) is not { } upstream)
        {
            return false;
        }

        using (upstream)
        {
            await _stream.WriteAsync("HTTP/1.1 200 Connection Established\r\n\r\n"u8.ToArray(), cancellationToken);
            await PassBufferedAsync(reader, upstream, cancellationToken);
            await Tunnel.RunAsync(client, upstream, cancellationToken);
        }

        return false;
    }

    private async Task<bool> ForwardAsync(
        HttpHead head, string method, string target, string version, PipeReader reader, CancellationToken cancellationToken)
    {
        if (!TrySplitTarget(target, out var host, out var path))
        {
            return await RefuseAsync("400 Bad Request", "A proxy is asked for a whole http:// address.", cancellationToken);
        }

        if (_upstream is null || !_upstream.IsReusableFor(host))
        {
            _upstream?.Dispose();
            _upstream = await DialAsync(host, cancellationToken) is { } socket ? new ProxyUpstream(host, socket) : null;
        }

        if (_upstream is null)
        {
            return false;
        }

        var forwarded = new HttpHead($"{method} {path} {version}", [.. head.Headers.Where(header => !IsForTheProxy(header))]);
        var outcome = await _upstream.ExchangeAsync(forwarded, method, reader, _stream, cancellationToken);
        switch (outcome)
        {
            case ProxyOutcome.Upgraded:
                await PassBufferedAsync(reader, _upstream.Socket, cancellationToken);
                await Tunnel.RunAsync(client, _upstream.Socket, cancellationToken);
                return false;
            case ProxyOutcome.Reset:
                Tunnel.Reset(client);
                return false;
            case ProxyOutcome.Complete when !head.EndsConnection:
                return true;
            default:
                await CloseAsync(cancellationToken);
                return false;
        }
    }

    private async Task<Socket?> DialAsync(HostPort host, CancellationToken cancellationToken)
    {
        var dialled = await dialler.DialAsync(host, cancellationToken);
        if (dialled.Socket is null)
        {
            if (!dialled.MayBeDialled)
            {
                onBlocked(host, dialled.Refusal ?? string.Empty);
            }

            await RefuseAsync("502 Bad Gateway", $"{host} cannot be reached. {dialled.Refusal}", cancellationToken);
        }

        return dialled.Socket;
    }

    private async Task<bool> RefuseAsync(string status, string reason, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(reason + "\n");
        var head = new HttpHead($"HTTP/1.1 {status}", [
            new("Content-Type", "text/plain; charset=utf-8"), new("Content-Length", $"{body.Length}"), new("Connection", "close"),
        ]);
        await _stream.WriteAsync(head.ToOctets().Concat(body).ToArray(), cancellationToken);
        await CloseAsync(cancellationToken);
        return false;
    }

    // Closing a socket with octets unread resets it, and the client could lose the answer while it still sends its body.
    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        client.Shutdown(SocketShutdown.Send);
        await _stream.CopyToAsync(Stream.Null, cancellationToken);
    }

    // A client may send the first octets of the tunnel together with its CONNECT.
    private static async Task PassBufferedAsync(PipeReader reader, Socket upstream, CancellationToken cancellationToken)
    {
        if (!reader.TryRead(out var result))
        {
            return;
        }

        foreach (var segment in result.Buffer)
        {
            await upstream.SendAsync(segment, SocketFlags.None, cancellationToken);
        }

        reader.AdvanceTo(result.Buffer.End);
    }

    // The rest of the address goes on untouched: signatures of the HTTP-Redirect binding cover its very octets.
    private static bool TrySplitTarget(string target, out HostPort host, out string path)
    {
        const string scheme = "http://";
        (host, path) = (default, "/");
        if (!target.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var end = target.AsSpan(scheme.Length).IndexOfAny('/', '?');
        end = end < 0 ? target.Length : end + scheme.Length;
        var rest = target[end..];
        path = rest.StartsWith('/') ? rest : "/" + rest;
        return HostPort.TryParse(target[scheme.Length..end], 80, out host);
    }

    private static bool IsForTheProxy(HttpHeader header) => header.Is("Proxy-Connection") || header.Is("Proxy-Authorization");
}
