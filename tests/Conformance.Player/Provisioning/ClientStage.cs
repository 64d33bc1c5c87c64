using Conformance.Fakes.Provisioning;
using Conformance.Player.Benches;
using Conformance.Player.Fixtures;
using Conformance.Player.Playing;
using Conformance.Player.Targets;

namespace Conformance.Player.Provisioning;

/// <summary>Builds the stage of <c>scim/client/</c> scenarios: a directory, a fake SCIM server, and the client under test between them.</summary>
internal static class ClientStage
{
    // A server that keeps silent is what some scenarios are about; nobody has to wait for it for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static Stage Build(Bench bench)
    {
        var generic = bench.Generic;
        var people = bench.Settings.Fixtures.People.ToDictionary(person => person.Key, person => Source(person.Value), StringComparer.Ordinal);
        var cast = bench.Settings.Fixtures.People.Values.ToDictionary(person => person.Name, Member, StringComparer.Ordinal);
        foreach (var (role, member) in generic.Cast)
        {
            cast.TryAdd(role, member);
        }

        return new Stage
        {
            Idp = generic.Idp,
            Application = generic.Application,
            Cast = cast,
            Scope = generic.Scope,
            Probe = generic.Probe,
            Journeys = generic.Journeys,
            IdpKey = generic.IdpKey,
            StrangerKey = generic.StrangerKey,
            Forgery = generic.Forgery,
            BeginProvisioning = () => Begin(bench, people),
        };
    }

    private static ProvisioningGround Begin(Bench bench, IReadOnlyDictionary<string, SourcePerson> people)
    {
        var (server, token) = bench.ScimServer;
        server.Reset();
        var place = bench.Settings.Target.Client!;
        ProvisioningGround ground = null!;
        ground = new ProvisioningGround
        {
            People = people,
            Server = server,
            NewClient = untrusted => NewClient(bench, place, untrusted ? server.UntrustedBaseUrl : server.HttpBaseUrl, token, ground),
            Traffic = () => server.Traffic,
            Claims = claim => bench.Settings.Target.Claims.Says(claim) == true,
            FindUsers = (userName, _) => Task.FromResult(new FoundUsers(
                [.. server.AllUsers.Where(user => string.Equals(ResourcePath.Read(user, "userName"), userName, StringComparison.OrdinalIgnoreCase))])),
        };
        return ground;
    }

    private static IClientUnderTest NewClient(Bench bench, ScimClientPlace place, string baseUrl, string token, ProvisioningGround ground)
    {
        IPlayground playground = bench;
        if (place.Embedded.Length > 0)
        {
            var flaws = bench.Settings.Flaws.Where(ClientFlaws.Knows).ToList();
            var connection = new ScimConnection(
                flaws.Contains("client-trusts-any-certificate") ? bench.TrustingHttp : bench.Http, baseUrl, token, playground.Clock)
            {
                Timeout = Patience,
                Habits = ClientFlaws.Apply(flaws),
            };
            return new EmbeddedClient(EmbeddedClients.Make(place, connection, playground.Clock), playground);
        }

        var directory = Path.GetFullPath(Path.Combine(bench.Directory, "client", Path.GetRandomFileName()));
        return place.Command.Count > 0
            ? new CommandClient(
                place, Path.GetDirectoryName(Path.GetFullPath(bench.Settings.Target.Path))!, baseUrl, token, directory, () => AskedToWaitUntil(ground), playground.Clock)
            : new WaitedForClient(
                place, baseUrl, token, Path.Combine(directory, "directory.json"),
                source => Agreement.Difference(source, ground.Server!, ground.Strangers, ground.Claims) is null,
                () => ground.Server!.Traffic, new PersonAtHand(bench.Settings.Tell ?? (_ => { }), bench.Settings.Entered), playground.Clock);
    }

    private static DateTimeOffset? AskedToWaitUntil(ProvisioningGround ground)
    {
        var last = ground.Server!.Traffic.LastOrDefault(request => request.Status is 429 or 503);
        var fault = last is null ? null : ground.Server.Faults.LastOrDefault(armed => armed.Kind == last.Fault);
        return last is null || fault is null ? null : last.At + fault.Wait;
    }

    private static SourcePerson Source(PersonFixture person)
    {
        var idp = person.At(PersonFixture.DefaultDomain);
        return new SourcePerson
        {
            Id = idp.ObjectId!,
            UserName = idp.UserName,
            Email = idp.Email,
            GivenName = idp.GivenName,
            FamilyName = idp.FamilyName,
            DisplayName = idp.DisplayName,
            IsEnabled = !idp.Disabled,
        };
    }

    private static CastMember Member(PersonFixture person)
    {
        var idp = person.At(PersonFixture.DefaultDomain);
        return new CastMember
        {
            Role = person.Name,
            AtIdp = idp,
            NameId = idp.UserName,
            User = idp.UserName,
            Fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["email"] = idp.Email ?? string.Empty,
                ["user-name"] = idp.UserName,
                ["user"] = idp.UserName,
                ["given-name"] = idp.GivenName ?? string.Empty,
                ["family-name"] = idp.FamilyName ?? string.Empty,
                ["display-name"] = idp.DisplayName ?? string.Empty,
                ["password"] = idp.Password,
            },
        };
    }
}
