using Conformance.Fakes.IdentityProvider;
using Conformance.Fakes.Provisioning;
using Conformance.Player.Benches;
using Conformance.Player.Drivers;
using Conformance.Player.Fixtures;
using Conformance.Player.Playing;

namespace Conformance.Player.Provisioning;

/// <summary>The provisioning of one integration: the article's identity provider as a client of the article's product, with the directory that people sign in from.</summary>
internal static class IntegrationProvisioning
{
    public static ProvisioningGround Begin(Bench bench, Integration integration, FakeIdentityProvider idp)
    {
        IPlayground playground = bench;
        var recorder = new RecordingHandler(bench.Http, bench.Settings.Limits, playground.Clock);
        var http = new HttpMessageInvoker(recorder);
        var settings = new ClientSettings { Url = integration.Values.GetValueOrDefault("scim-base-url"), Token = bench.ScimTokenOf(integration.Slug) };
        var gone = new HashSet<string>(StringComparer.Ordinal);
        return new ProvisioningGround
        {
            People = integration.People.Keys.ToDictionary(name => name, name => Source(Current(name), Application()), StringComparer.Ordinal),
            Settings = settings,
            NewClient = _ => new EmbeddedClient(Make(integration, settings, Connection(), playground.Clock), playground),
            ReadDirectory = () => DirectoryOf(idp, Application(), gone),
            Change = (before, after) => Change(idp, before, after, gone),
            Traffic = () => recorder.Traffic,
            Claims = _ => false,
            FindUsers = async (userName, cancellationToken) =>
            {
                await using var driver = bench.NewHttpDriver();
                return await UserQuestion.AskAsync(driver, settings, userName, cancellationToken);
            },
        };

        ServiceProviderApplication Application() => idp.Applications.First(application => application.EntityId == integration.Application.EntityId);

        IdpPerson Current(string name)
        {
            var person = bench.Settings.Fixtures.People[name].At(integration.Company.Domain);
            return idp.People.First(other => other.UserName == person.UserName);
        }

        ScimConnection Connection() => new(
            http,
            settings.Url ?? throw new InvalidOperationException("No base URL has been entered at the provisioning client."),
            settings.Token ?? throw new InvalidOperationException("No token has been entered at the provisioning client."),
            playground.Clock);
    }

    /// <summary>Deletes what the client has created, and lets a target that can forget the rest.</summary>
    public static async Task EndAsync(Bench bench, ProvisioningGround ground, CancellationToken cancellationToken)
    {
        if (ground.Settings is not { Url: { } url } settings)
        {
            return;
        }

        await using var driver = bench.NewHttpDriver();
        var traffic = ground.Traffic();
        var gone = traffic.Where(request => request.Method == "DELETE").Select(request => request.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var created in traffic.Where(request => request is { Method: "POST", Status: 201, CreatedId: not null }))
        {
            var path = $"{created.Path}/{Uri.EscapeDataString(created.CreatedId!)}";
            if (!gone.Contains(path))
            {
                await DeleteAsync(driver, url.Split('?')[0].TrimEnd('/') + path, settings.Tokens, cancellationToken);
            }
        }

        await bench.ResetTargetAsync(cancellationToken);
    }

    // The key that was entered last may be a wrong one, or revoked by now.
    private static async Task DeleteAsync(HttpDriver driver, string address, IEnumerable<string> tokens, CancellationToken cancellationToken)
    {
        foreach (var token in tokens)
        {
            var hop = await driver.RequestAsync(new RawRequest("DELETE", address, [new("Authorization", $"Bearer {token}")], null), cancellationToken);
            if (hop.Status != 401)
            {
                return;
            }
        }
    }

    private static IProvisioningClient Make(Integration integration, ClientSettings settings, ScimConnection connection, TimeProvider clock) =>
        integration.IdentityProvider == "entra"
            ? new EntraClient(
                connection,
                new EntraSettings
                {
                    Scope = settings.Scope,
                    IsOn = false,
                    ProvisionsGroups = settings.Groups,
                    Mapping = integration.Values.GetValueOrDefault("scim-user-name") == "user.mail"
                        ? AttributeMapping.Entra.With("userName", person => person.Email)
                        : AttributeMapping.Entra,
                },
                clock)
            : new JumpCloudClient(
                connection,
                new JumpCloudSettings
                {
                    ProvisionsGroups = settings.Groups,
                    UpdateVerb = integration.Values.GetValueOrDefault("scim-update") == "put" ? UpdateVerb.Put : UpdateVerb.Patch,
                    TestUserEmail = $"jumpcloud.test.user@{integration.Values.GetValueOrDefault("scim-test-domain", "jumpcloud.com")}",
                },
                clock);

    private static SourceDirectory DirectoryOf(FakeIdentityProvider idp, ServiceProviderApplication application, HashSet<string> gone)
    {
        var people = idp.People.Select(person => Source(person, application)).Where(person => !gone.Contains(person.Id)).ToList();
        var groups = (application.AssignedGroups ?? []).Select(group => new SourceGroup(
            $"group-{group}", group, [.. idp.People.Where(person => person.Groups.Contains(group, StringComparer.Ordinal)).Select(person => Id(person))]));
        return new SourceDirectory(people, [.. groups]);
    }

    // Groups inside an assigned group are not read. [V] of Entra ID.
    private static SourcePerson Source(IdpPerson person, ServiceProviderApplication application) => new()
    {
        Id = Id(person),
        UserName = person.UserName,
        Email = person.Email,
        GivenName = person.GivenName,
        FamilyName = person.FamilyName,
        DisplayName = person.DisplayName,
        IsEnabled = !person.Disabled,
        IsAssigned = application.AssignedPeople.Contains(person.UserName, StringComparer.Ordinal)
            || person.Groups.Intersect(application.AssignedGroups ?? [], StringComparer.Ordinal).Any(),
    };

    private static string Id(IdpPerson person) => person.ObjectId ?? person.UserName;

    // What changes in the directory changes for those who sign in from it too.
    private static void Change(FakeIdentityProvider idp, SourceDirectory before, SourceDirectory after, HashSet<string> gone)
    {
        foreach (var person in after.People.Where(person => before.Person(person.Id) != person))
        {
            var known = idp.People.First(other => Id(other) == person.Id);
            idp.Add(known with
            {
                Email = person.Email,
                GivenName = person.GivenName,
                FamilyName = person.FamilyName,
                DisplayName = person.DisplayName,
                Disabled = !person.IsEnabled,
            });
        }

        gone.UnionWith(before.People.Select(person => person.Id).Except(after.People.Select(person => person.Id), StringComparer.Ordinal));
    }
}
