using Conformance.Fakes.Provisioning;
using Conformance.Fakes.ScimServer;
using Conformance.Player.Benches;
using Conformance.SelfTests.Network;

namespace Conformance.SelfTests.Provisioning;

/// <summary>A fake SCIM server, a directory of three people, and a clock that can be moved on.</summary>
internal sealed class ProvisioningBench : IAsyncDisposable
{
    public const string Token = "a-token-of-the-tests";
    private readonly LoopbackBench _bench;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    private ProvisioningBench(LoopbackBench bench)
    {
        _bench = bench;
        Server = new FakeScimServer(bench.Stub, "/scim/v2", Token, Clock);
    }

    public MovableClock Clock { get; } = new(TimeProvider.System);

    public FakeScimServer Server { get; }

    public static SourcePerson Alice { get; } = new()
    {
        Id = "dir-1",
        UserName = "alice@contoso.example",
        Email = "alice.archer@contoso.example",
        GivenName = "Alice",
        FamilyName = "Archer",
    };

    public static SourcePerson Bob { get; } = new()
    {
        Id = "dir-2",
        UserName = "bob@contoso.example",
        Email = "bob@contoso.example",
        GivenName = "Bob",
        FamilyName = "Bauer",
    };

    public SourceDirectory Directory { get; set; } = SourceDirectory.Empty.With(Alice);

    public static async Task<ProvisioningBench> StartAsync() => new(await LoopbackBench.StartAsync("scim.example"));

    public ScimConnection Connection(string token = Token, string query = "") => new(_http, Server.HttpBaseUrl + query, token, Clock) { Timeout = TimeSpan.FromSeconds(5) };

    public EntraClient Entra(EntraSettings? settings = null, string token = Token) => new(Connection(token), settings ?? new(), Clock);

    public JumpCloudClient JumpCloud(JumpCloudSettings settings) => new(Connection(), settings, Clock);

    /// <summary>What was sent since the last time of asking.</summary>
    public IReadOnlyList<string> Requests() => [.. Server.Traffic.Select(request => $"{request.Method} {request.Path}")];

    public async ValueTask DisposeAsync()
    {
        Server.Dispose();
        _http.Dispose();
        await _bench.DisposeAsync();
    }
}
