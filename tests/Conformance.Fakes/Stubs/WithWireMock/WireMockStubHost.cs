using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using WireMock.Logging;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;

namespace Conformance.Fakes.Stubs.WithWireMock;

/// <summary>
/// The stub host on WireMock.Net: each route is a mapping whose callback asks the handler, WireMock sends the answer, and its log fills the journal.
/// </summary>
/// <remarks>
/// Signatures cover octets, and WireMock hands out decoded text. So its server listens on the suite's own listeners, which keep the
/// octets, and what the route matched and the handler sees is the request as it came.
/// During an inspection a person may add mappings of their own by <c>POST /__admin/mappings</c>; one with a priority below 0 answers in the place of a fake.
/// They are gone when it ends, because nothing that the suite did not make may have a say in a verdict.
/// </remarks>
internal sealed class WireMockStubHost : IStubHost
{
    // What a person who looks around wants is the last of it; WireMock sorts its log for every request.
    private const int KeptLogEntries = 200;
    private const int LastPriority = int.MaxValue;

    private readonly CancellationTokenSource _stop = new();
    private readonly StubRoutes _routes = new();
    private readonly WireMockFront _front;
    private readonly WireMockServer _server;

    private WireMockStubHost(Func<string, X509Certificate2> certificateFor, TimeProvider time, long maxRequestBody)
    {
        Journal = new StubJournal(time);
        _front = new WireMockFront(_routes, Journal, time, _stop.Token);
        var listeners = new StubListeners(certificateFor, maxRequestBody);
        _server = WireMockServer.Start(new WireMockServerSettings
        {
            HostingScheme = HostingScheme.None,
            AdditionalServiceRegistration = services => services.PostConfigure<KestrelServerOptions>(listeners.Configure),
            PreWireMockMiddlewareInit = application => ((IApplicationBuilder)application).Use(_front.HandleAsync),
            StartAdminInterface = true,
            MaxRequestLogCount = KeptLogEntries,
            AllowBodyForAllHttpMethods = true,
            DisableRequestBodyDecompressing = true,
            DisableDeserializeFormUrlEncoded = true,
            Logger = new WireMockNullLogger(),
        });
        _server.LogEntriesChanged += (_, change) => _front.WriteDown(change);
        _server.Given(Request.Create().WithUrl(_ => WireMockFront.IsAtHandOf(null)))
            .WithTitle("Nothing stands here").AtPriority(LastPriority)
            .RespondWith(Response.Create().WithCallback(WireMockFront.AnswerAsync));
        (HttpPort, TlsPort) = StubListeners.PortsOf(_server.Urls);
    }

    public int HttpPort { get; }

    public int TlsPort { get; }

    public StubJournal Journal { get; }

    /// <inheritdoc cref="StubHost.StartAsync"/>
    public static Task<WireMockStubHost> StartAsync(
        Func<string, X509Certificate2> certificateFor, TimeProvider time, long maxRequestBody, CancellationToken cancellationToken) =>
        Task.Run(() => new WireMockStubHost(certificateFor, time, maxRequestBody), cancellationToken);

    public IDisposable Handle(StubRoute route, StubHandler handler)
    {
        var registration = _routes.Add(route, handler);
        var mapping = Guid.NewGuid();
        _server.Given(Request.Create().WithUrl(_ => WireMockFront.IsAtHandOf(route)))
            .WithGuid(mapping).WithTitle(route.ToString())
            .RespondWith(Response.Create().WithCallback(WireMockFront.AnswerAsync));
        return new Mapping(registration, () => _server.DeleteMapping(mapping));
    }

    public IDisposable Handle(string host, StubHandler handler) => Handle(new StubRoute { Host = host }, handler);

    public StubInspection? Inspect()
    {
        var own = _server.Mappings.Select(mapping => mapping.Guid).ToHashSet();
        _front.IsOpen = true;
        return new StubInspection(new Uri($"http://127.0.0.1:{HttpPort}/__admin/requests"), () =>
        {
            _front.IsOpen = false;
            foreach (var added in _server.Mappings.Select(mapping => mapping.Guid).Where(mapping => !own.Contains(mapping)).ToList())
            {
                _server.DeleteMapping(added);
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await Task.Run(_server.Stop);
        _server.Dispose();
        _stop.Dispose();
    }

    private sealed class Mapping(IDisposable registration, Action delete) : IDisposable
    {
        public void Dispose()
        {
            registration.Dispose();
            delete();
        }
    }
}
