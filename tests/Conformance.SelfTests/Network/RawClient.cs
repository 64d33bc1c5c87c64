using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conformance.SelfTests.Network;

/// <summary>A client that sends exactly these octets, one character each.</summary>
internal sealed class RawClient : IDisposable
{
    private RawClient(Socket socket) => (Socket, Stream) = (socket, new NetworkStream(socket, ownsSocket: true));

    public Socket Socket { get; }

    public Stream Stream { get; }

    public static async Task<RawClient> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return new RawClient(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async Task SendAsync(string text) => await Stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    public async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(Stream, Encoding.Latin1, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    public void Dispose() => Stream.Dispose();
}
