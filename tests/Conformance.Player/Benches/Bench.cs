using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Conformance.Fakes.IdentityProvider;
using Conformance.Fakes.Network;
using Conformance.Fakes.Social;
using Conformance.Fakes.Stubs;
using Conformance.Player.Drivers;
using Conformance.Player.Playing;
using Conformance.Player.Running;
using Conformance.Player.Targets;
using Conformance.Saml.Forging;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Words;

namespace Conformance.Player.Benches;

/// <summary>
/// What one worker owns: the network with its proxy, the host that the fakes stand on, the identity providers, and the target where it
/// is the suite that starts it. Nothing on it is shared with another worker but the keys and the browser program.
/// </summary>
public sealed class Bench : IAsyncDisposable, IPlayground
{
    private readonly BenchSettings _settings;
    private readonly HostMap _hosts = new();
    private readonly ConnectProxy _proxy;
    private readonly IStubHost _stubs;
    private readonly HttpMessageInvoker _http;
    private readonly string _directory;
    private readonly MovableClock _clock;
    private IRunningTarget _target = null!;
    private (string Name, Stage Stage)? _dressed;
    private readonly string _scimToken = BenchToken.Make();
    private Stage _generic = null!;
    private (Fakes.ScimServer.FakeScimServer Server, string Token)? _scimServer;
    private SocialProviders? _social;

    private Bench(BenchSettings settings, int number, IStubHost stubs)
    {
        _settings = settings;
        _stubs = stubs;
        _clock = new MovableClock(settings.Clock);
        _proxy = ConnectProxy.Start(_hosts, settings.Clock, RemoteSafety.MayDial);
        _http = BenchHttp.Create(_proxy, settings.Keys.Authority, settings.Target.TlsWaiver is not null, settings.Limits.Timeout);
        _directory = Path.Combine(settings.ScratchDirectory, number.ToString(CultureInfo.InvariantCulture));
        Ids = new IdSource(settings.Seed + number);
        Markers = Markers.From(new IdSource(settings.Seed));
    }

    TimeProvider IPlayground.Clock => _clock;

    IdSource IPlayground.Ids => Ids;

    DriverLimits IPlayground.Limits => _settings.Limits;

    /// <summary>Hosts that pages asked for and the bench does not have.</summary>
    public IReadOnlyList<BlockedConnection> Blocked => _proxy.Blocked;

    /// <summary>The stage of the <c>saml/</c> scenarios.</summary>
    internal Stage Generic => _generic;

    internal BenchSettings Settings => _settings;

    internal HttpMessageInvoker Http => _http;

    /// <summary>Like <see cref="Http"/>, and trusting whoever answers: for a client that is wrong in that way.</summary>
    internal HttpMessageInvoker TrustingHttp =>
        field ??= BenchHttp.Create(_proxy, _settings.Keys.Authority, waivesTls: true, _settings.Limits.Timeout);

    /// <summary>The SCIM server for testing clients, and the token that it takes; made when first needed.</summary>
    internal (Fakes.ScimServer.FakeScimServer Server, string Token) ScimServer => _scimServer ??= NewScimServer();

    /// <summary>Whether anything can be shown about the target's provisioning client.</summary>
    internal Provisioning.ClientControl ClientControl => field ??= new Provisioning.ClientControl(this);

    /// <summary>The SCIM token of the company of an integration at the embedded service provider.</summary>
    internal string ScimTokenOf(string integration) => $"{_scimToken}-{integration}";

    internal IStubHost Stubs => _stubs;

    internal ConnectProxy Proxy => _proxy;

    internal IdSource Ids { get; }

    internal Markers Markers { get; }

    internal IRunningTarget Target => _target;

    internal string Directory => _directory;

    /// <summary>Sets up a bench and starts the target.</summary>
    /// <exception cref="TargetFailedException">The target did not become ready.</exception>
    /// <exception cref="TargetUnavailableException">The target cannot run on this machine.</exception>
    public static async Task<Bench> StartAsync(BenchSettings settings, int number, CancellationToken cancellationToken)
    {
        var stubs = await StubHost.StartAsync(settings.Keys.Authority.CertificateFor, settings.Clock, cancellationToken: cancellationToken);
        var bench = new Bench(settings, number, stubs);
        try
        {
            await bench.SetUpAsync(cancellationToken);
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>What tells the stages of scenarios apart: the integration or the look, empty for the target as it is.</summary>
    internal static string StageName(Scenario scenario) =>
        CaseNeeds.IsOfClient(scenario) ? "client" : CaseNeeds.IntegrationOf(scenario) ?? (LookOf(scenario) is { } look ? $"look {look}" : string.Empty);

    /// <summary>
    /// The stage for a scenario: the target as it is, or in the dress of the integration whose folder the scenario is in, or with its
    /// identity provider in the look that the scenario gives. Only one stage besides the target's own stands at a time: their identity
    /// providers may share addresses.
    /// </summary>
    internal Stage StageFor(Scenario scenario)
    {
        var name = StageName(scenario);
        if (_dressed is { } current && current.Name == name)
        {
            return current.Stage;
        }

        LeaveStage();
        if (name.Length == 0)
        {
            return _generic;
        }

        if (CaseNeeds.IsOfClient(scenario))
        {
            // It shares the identity provider with the target's own stage, which lives on.
            return Provisioning.ClientStage.Build(this);
        }

        var stage = CaseNeeds.IntegrationOf(scenario) is { } integration
            ? IntegrationStage.Build(this, _settings.Fixtures.Integrations[integration])
            : LookStage.Build(this, LookOf(scenario)!);
        _dressed = (name, stage);
        return stage;
    }

    /// <inheritdoc/>
    async Task<IDriver> IPlayground.NewDriverAsync(bool browser, CancellationToken cancellationToken)
    {
        if (!browser)
        {
            return NewHttpDriver();
        }

        var source = _settings.Browsers ?? throw new InvalidOperationException("This run was set up without a browser, and a scenario needs one.");
        return await BrowserDriver.CreateAsync(await source.NewContextAsync(_proxy, cancellationToken), _settings.Limits, NewHttpDriver, _settings.Clock);
    }

    /// <inheritdoc/>
    async Task IPlayground.PrepareAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        // Other targets are as their owner has set them up; what needs more than that is skipped there.
        if (CaseNeeds.IntegrationOf(scenario) is { } name && _settings.Target.Place is EmbeddedPlace)
        {
            var company = _settings.Fixtures.Integrations[name].Company;
            await _target.PrepareAsync(company.Dress, company.Domain, scenario.Given.GetValueOrDefault("company", CompanyStates.SetUp), cancellationToken);
        }
    }

    /// <inheritdoc/>
    Task<bool> IPlayground.RestartTargetAsync(CancellationToken cancellationToken) => _target.RestartAsync(cancellationToken);

    /// <inheritdoc/>
    bool IPlayground.Advance(TimeSpan by)
    {
        if (_settings.Target.Place is not EmbeddedPlace && _settings.Target.Client is not { Embedded.Length: > 0 })
        {
            return false;
        }

        _clock.Advance(by);
        return true;
    }

    /// <inheritdoc/>
    async Task IPlayground.PauseAsync(string finding, CancellationToken cancellationToken)
    {
        if (_settings.Pause is { } pause)
        {
            using var inspection = _stubs.Inspect();
            await pause(inspection is null ? finding : $"{finding}\nWhat the fakes were asked and answered: {inspection.Address}", cancellationToken);
        }
    }

    /// <summary>Brings the target back to its first state, where it can be.</summary>
    internal Task ResetTargetAsync(CancellationToken cancellationToken) => _target.ResetAsync(cancellationToken);

    internal HttpDriver NewHttpDriver() => new(_http, _settings.Limits, _clock);

    internal void MapHost(string host, int loopbackPort) => _hosts.Map(host, loopbackPort);

    /// <summary>An identity provider on this bench, at its own host names or, for a target on plain HTTP, on loopback.</summary>
    internal FakeIdentityProvider NewIdp(IdentityProviderSettings settings, string keyName, string? origin, params IEnumerable<Saml.Keys.SigningKey> furtherKeys)
    {
        var moved = origin is null ? settings : settings.MovedTo(origin);
        var idp = new FakeIdentityProvider(moved, _stubs, [_settings.Keys.Rsa(keyName), .. furtherKeys], _clock, Ids);
        foreach (var host in moved.Hosts)
        {
            _hosts.Map(host, _stubs.TlsPort);
        }

        return idp;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        LeaveStage();
        _scimServer?.Server.Dispose();
        _social?.Dispose();
        _generic?.Idp.Dispose();
        _generic?.OtherIdp?.Dispose();
        _generic?.Canary?.Dispose();
        if (_target is not null)
        {
            await _target.DisposeAsync();
        }

        _http.Dispose();
        await _proxy.DisposeAsync();
        await _stubs.DisposeAsync();
    }

    // What the embedded service provider offers beside single sign-on; other targets know the real ones, which are never reached.
    private void AddSocialProviders()
    {
        if (_settings.Target.Place is EmbeddedPlace)
        {
            _social = SocialProviders.Attach(_stubs, Ids);
            foreach (var host in SocialProviders.Hosts)
            {
                _hosts.Map(host, _stubs.TlsPort);
            }
        }
    }

    private async Task SetUpAsync(CancellationToken cancellationToken)
    {
        AddSocialProviders();
        if (System.IO.Directory.Exists(_directory))
        {
            System.IO.Directory.Delete(_directory, recursive: true);
        }

        System.IO.Directory.CreateDirectory(_directory);
        _hosts.AllowLoopback(_stubs.HttpPort);
        var port = FreePort();
        var build = GenericStage.Build(this, port);
        _generic = build.Stage;
        _target = await TargetStarter.StartAsync(this, build, port, _clock, cancellationToken);
        foreach (var (host, loopbackPort) in _target.Hosts)
        {
            _hosts.Map(host, loopbackPort);
        }

        foreach (var loopbackPort in _target.LoopbackPorts)
        {
            _hosts.AllowLoopback(loopbackPort);
        }

        foreach (var host in RemoteSafety.HostsOf(_settings.Target, build.Stage.Scope))
        {
            _hosts.AllowRemote(host);
        }
    }

    private (Fakes.ScimServer.FakeScimServer Server, string Token) NewScimServer()
    {
        // Clients under test reach it over plain HTTP, and over TLS to be shown a certificate that they must not trust.
        _hosts.AllowLoopback(_stubs.TlsPort);
        var token = BenchToken.Make();
        return (new Fakes.ScimServer.FakeScimServer(_stubs, $"/provisioned/{Markers.Honest}/scim", token, _clock), token);
    }

    private static string? LookOf(Scenario scenario) => scenario.Given.GetValueOrDefault("idp");

    private void LeaveStage()
    {
        _dressed?.Stage.Idp.Dispose();
        _dressed = null;
    }

    // The port is free now; a target that takes it a moment later is the rule, and the start script says so if another program was faster.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
