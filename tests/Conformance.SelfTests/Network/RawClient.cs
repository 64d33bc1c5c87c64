using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conformance.SelfTests.Network;

/// <summary>A client that sends exactly these octets, one character each.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _client = new();

    public Socket Socket => _client.Client;

    public Stream Stream => _client.GetStream();

    public static async Task<RawClient> ConnectAsync(int port)
    {
        var client = new RawClient();
        await client._client.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    public async Task SendAsync(string text) => await Stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>What arrives up to a certain text, or up to the end of the connection.</summary>
    public async Task<string> ReadUntilAsync(string end)
    {
        var received = new StringBuilder();
        var buffer = new byte[1];
        while (!received.ToString().EndsWith(end, StringComparison.Ordinal) && await Stream.ReadAsync(buffer) == 1)
        {
            received.Append((char)buffer[0]);
        }

        return received.ToString();
    }

    public async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(Stream, Encoding.Latin1, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    public void Dispose() => _client.Dispose();
}
