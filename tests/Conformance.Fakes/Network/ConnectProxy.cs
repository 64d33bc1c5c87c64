using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Conformance.Fakes.Network;

/// <summary>The only way out of a bench: a forward proxy on loopback that leads known hosts to their ports and refuses the rest.</summary>
public sealed class ConnectProxy : IAsyncDisposable
{
    private const int Backlog = 1024;

    private readonly ConcurrentDictionary<(HostPort Host, string Reason), BlockedConnection> _blocked = new();
    private readonly ConcurrentDictionary<ProxyConnection, Task> _connections = new();
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dialler _dialler;
    private readonly TimeProvider _time;
    private readonly Task _accepting;

    private ConnectProxy(Dialler dialler, TimeProvider time)
    {
        _dialler = dialler;
        _time = time;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(Backlog);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));
        _accepting = AcceptAsync();
    }

    /// <summary>What a browser context's or an HTTP client's proxy is set to.</summary>
    public Uri Address { get; }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>How many clients are connected.</summary>
    public int OpenConnections => _connections.Count;

    /// <summary>What was asked for and not reached, in the order in which it was asked for first.</summary>
    public IReadOnlyList<BlockedConnection> Blocked => [.. _blocked.Values.OrderBy(blocked => blocked.FirstSeen)];

    /// <summary>Starts a proxy on a free port.</summary>
    /// <param name="hosts">Where hosts lead; may change while the proxy runs.</param>
    /// <param name="time">The clock of the record of blocked connections.</param>
    /// <param name="allowsRemoteAddress">Whether an address may be dialled that a remote host of <paramref name="hosts"/> resolves to; none may when this is absent.</param>
    public static ConnectProxy Start(HostMap hosts, TimeProvider time, Func<IPAddress, bool>? allowsRemoteAddress = null) =>
        new(new Dialler(hosts, allowsRemoteAddress ?? (_ => false)), time);

    /// <summary>Connects a client of this process, by the rules that hold for those who come through the port and into the same record.</summary>
    /// <exception cref="IOException">The host is not one that the bench knows, or nothing answers there.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint destination, CancellationToken cancellationToken)
    {
        var host = new HostPort(HostPort.NormalizeHost(destination.Host), destination.Port);
        var dialled = await _dialler.DialAsync(host, cancellationToken);
        if (dialled.Socket is null)
        {
            if (!dialled.MayBeDialled)
            {
                Block(host, dialled.Refusal ?? string.Empty);
            }

            throw new IOException($"{host} cannot be reached. {dialled.Refusal}");
        }

        return new NetworkStream(dialled.Socket, ownsSocket: true);
    }

    /// <summary>Forgets the blocked connections so far.</summary>
    public void ClearBlocked() => _blocked.Clear();

    /// <summary>Stops listening, breaks open connections off and waits until all are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }

        await Task.WhenAll(_connections.Values);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptAsync(_stop.Token);
                client.NoDelay = true;
                Serve(client);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A client that gave up before it was accepted is no reason to turn the others away.
            }
        }
    }

    private void Serve(Socket client)
    {
        var connection = new ProxyConnection(client, _dialler, Block);
        var start = new TaskCompletionSource();
        _connections[connection] = ServeAsync(connection, start.Task);
        start.SetResult();
    }

    // Begins only when the connection is listed, so that its end takes it off the list in any case.
    private async Task ServeAsync(ProxyConnection connection, Task listed)
    {
        await listed.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await connection.RunAsync(_stop.Token);
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException
            or OperationCanceledException or InvalidDataException)
        {
            // The client or the far side went away, which is theirs to do; both are closed below.
        }
        finally
        {
            connection.Dispose();
            _connections.TryRemove(connection, out _);
        }
    }

    private void Block(HostPort host, string reason)
    {
        var now = _time.GetUtcNow();
        _blocked.AddOrUpdate(
            (host, reason),
            _ => new BlockedConnection(host.Host, host.Port, reason) { FirstSeen = now, LastSeen = now, Count = 1 },
            (_, known) => known with { LastSeen = now, Count = known.Count + 1 });
    }
}
