using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Conformance.Fakes.Network;
using Conformance.Fakes.Stubs;
using Conformance.Player.Targets;

namespace Conformance.SelfTests.Sabotage;

/// <summary>Stands at the service provider's host names and passes on what the saboteur lets pass.</summary>
internal sealed class SabotagedTarget : IRunningTarget
{
    private static readonly string[] OfTheBody = ["Content-Type", "Content-Length"];
    private readonly IRunningTarget _honest;
    private readonly IStubHost _stub;
    private readonly HttpMessageInvoker _http;

    public SabotagedTarget(IRunningTarget honest, IStubHost stub, Intercept intercept)
    {
        _honest = honest;
        _stub = stub;
        var ports = honest.Hosts.ToDictionary(host => host.Key, host => host.Value, StringComparer.OrdinalIgnoreCase);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = SharedRehearsal.Instance.Keys.Authority.CreateTrustPolicy() },
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, ports[context.DnsEndPoint.Host], cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        foreach (var host in ports.Keys)
        {
            stub.Handle(host, (request, cancellationToken) => intercept(request, () => PassOnAsync(request, cancellationToken)));
        }
    }

    public IReadOnlyList<KeyValuePair<string, int>> Hosts => [.. _honest.Hosts.Select(host => KeyValuePair.Create(host.Key, _stub.TlsPort))];

    public IReadOnlyList<int> LoopbackPorts => [];

    public Task ResetAsync(CancellationToken cancellationToken) => _honest.ResetAsync(cancellationToken);

    public Task<bool> RestartAsync(CancellationToken cancellationToken) => _honest.RestartAsync(cancellationToken);

    public Task<string?> LastWordsAsync() => _honest.LastWordsAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _stub.DisposeAsync();
        await _honest.DisposeAsync();
    }

    private async ValueTask<StubResponse> PassOnAsync(StubRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), $"https://{request.Host}{request.RawTarget}");
        if (request.Body.Length > 0)
        {
            message.Content = new ByteArrayContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.Header("Content-Type"));
        }

        foreach (var header in request.Headers.Where(header => !OfTheBody.Any(header.Is)))
        {
            message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        using var response = await _http.SendAsync(message, cancellationToken);
        return new StubResponse
        {
            Status = (int)response.StatusCode,
            Headers =
            [
                .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                    .SelectMany(header => header.Value.Select(value => new HttpHeader(header.Key, value)))
                    .Where(header => !header.Is("Content-Length") && !header.Is("Transfer-Encoding")),
            ],
            Body = await response.Content.ReadAsByteArrayAsync(cancellationToken),
        };
    }
}
