using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Fixtures;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.SelfTests.Network;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>An identity provider of the fixtures at its real addresses, with one application and the people of the fixtures.</summary>
internal sealed class IdpBench : IAsyncDisposable
{
    private static readonly FixtureLibrary _library = FixtureLibrary.Read(RepositoryFiles.Fixtures);
    private static readonly SigningKey _key = SigningKey.CreateRsa("idp", "CN=idp", 2048, TimeProvider.System);

    private IdpBench(LoopbackBench network, FakeIdentityProvider idp, ServiceProviderApplication application) =>
        (Network, Idp, Application) = (network, idp, application);

    public LoopbackBench Network { get; }

    public FakeIdentityProvider Idp { get; }

    public ServiceProviderApplication Application { get; }

    public IdpPerson Alice => Person("alice");

    public static FixtureLibrary Library => _library;

    public static async Task<IdpBench> StartAsync(
        string look, Func<ServiceProviderApplication, ServiceProviderApplication>? change = null,
        Func<IdentityProviderSettings, IdentityProviderSettings>? settings = null, bool plainHttp = false)
    {
        var chosen = _library.IdentityProviders[look];
        chosen = settings?.Invoke(chosen) ?? chosen;
        var network = await LoopbackBench.StartAsync([.. chosen.Hosts, "sp.example"]);
        network.Hosts.AllowsEveryLoopbackPort = true;
        if (plainHttp)
        {
            chosen = chosen.MovedTo($"http://127.0.0.1:{network.Stub.HttpPort}");
        }

        var idp = new FakeIdentityProvider(chosen, network.Stub, [_key], TimeProvider.System, new IdSource(7));
        var application = new ServiceProviderApplication
        {
            Name = "Example",
            EntityId = "https://sp.example/metadata",
            AcsUrls = ["https://sp.example/acs", "https://sp.example/second"],
            Segment = "example",
            AssignedGroups = ["Staff"],
        };
        application = change?.Invoke(application) ?? application;
        idp.Register(application);
        idp.Nest("Staff", ["Contractors"]);
        foreach (var (name, person) in _library.People)
        {
            idp.Add(person.At("aerolabs.io", name switch { "ursula" => "Finance", "carol" => "Contractors", _ => "Staff" }));
        }

        return new IdpBench(network, idp, application);
    }

    public Visitor Visit() => new(Network);

    public IdpPerson Person(string name) => Idp.Find(_library.People[name].At("aerolabs.io").UserName)!;

    public string RedirectUrl(string xml, string? relayState = null, SigningKey? key = null) =>
        $"{Idp.SingleSignOnUrl(Application)}?{Conformance.Saml.Bindings.HttpRedirectBinding.Encode(xml, relayState, key)}";

    public async ValueTask DisposeAsync()
    {
        Idp.Dispose();
        await Network.DisposeAsync();
    }
}
