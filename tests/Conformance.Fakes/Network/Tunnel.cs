using System.Buffers;
using System.Net.Sockets;

namespace Conformance.Fakes.Network;

/// <summary>Two sockets joined: octets, half-closes and resets of the one arrive at the other.</summary>
internal static class Tunnel
{
    private const int BufferSize = 32 * 1024;

    public static Task RunAsync(Socket left, Socket right, CancellationToken cancellationToken) => Task.WhenAll(
        PumpAsync(left, right, cancellationToken),
        PumpAsync(right, left, cancellationToken));

    /// <summary>Closes a socket so that its peer sees a reset, not an orderly end.</summary>
    public static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception alreadyGone) when (alreadyGone is SocketException or ObjectDisposedException)
        {
            return;
        }

        socket.Dispose();
    }

    private static async Task PumpAsync(Socket from, Socket to, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer, SocketFlags.None, cancellationToken)) > 0)
            {
                await SendAsync(to, buffer.AsMemory(0, count), cancellationToken);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            Reset(from);
            Reset(to);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask SendAsync(Socket to, ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        while (octets.Length > 0)
        {
            octets = octets[await to.SendAsync(octets, SocketFlags.None, cancellationToken)..];
        }
    }
}
