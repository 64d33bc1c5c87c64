using System.Net;
using System.Net.Sockets;

namespace Conformance.Fakes.Network;

/// <summary>Connects to where a <see cref="HostMap"/> says, after checking the address that is really dialled.</summary>
/// <param name="hosts">Where hosts lead.</param>
/// <param name="allowsRemoteAddress">Whether the address that a remote name resolved to may be dialled.</param>
internal sealed class Dialler(HostMap hosts, Func<IPAddress, bool> allowsRemoteAddress)
{
    public async Task<DialResult> DialAsync(HostPort host, CancellationToken cancellationToken)
    {
        var route = hosts.Resolve(host);
        return route.Kind switch
        {
            HostRouteKind.Loopback =>
                await ConnectAsync(LoopbackAddresses(route.Destination.Host), route.Destination, cancellationToken),
            HostRouteKind.Remote => await DialRemoteAsync(route.Destination, cancellationToken),
            _ => new DialResult(null, route.Refusal),
        };
    }

    private static IPAddress[] LoopbackAddresses(string host) =>
        IPAddress.TryParse(host, out var address) ? [address] : [IPAddress.Loopback, IPAddress.IPv6Loopback];

    // The very addresses that were checked are dialled: a second look-up could give others.
    private async Task<DialResult> DialRemoteAsync(HostPort host, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = await Dns.GetHostAddressesAsync(host.Host, cancellationToken);
        }
        catch (SocketException unknown)
        {
            return new DialResult(null, $"The name \"{host.Host}\" does not resolve: {unknown.Message}.");
        }

        var allowed = Array.FindAll(addresses, allowsRemoteAddress.Invoke);
        return allowed.Length > 0
            ? await ConnectAsync(allowed, host, cancellationToken)
            : new DialResult(null, $"\"{host.Host}\" leads to {string.Join<IPAddress>(", ", addresses)}, which is not allowed.");
    }

    private static async Task<DialResult> ConnectAsync(IPAddress[] addresses, HostPort host, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
        {
            if (await TryConnectAsync(new IPEndPoint(address, host.Port), cancellationToken) is { } socket)
            {
                return new DialResult(socket, null);
            }
        }

        return new DialResult(null, $"Nothing answers at {host}.") { MayBeDialled = true };
    }

    private static async Task<Socket?> TryConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}
