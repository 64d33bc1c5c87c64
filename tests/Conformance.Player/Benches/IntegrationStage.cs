using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Fixtures;
using Conformance.Player.Playing;
using Conformance.Saml.Forging;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Benches;

/// <summary>Builds the stage of one integration: the article's product, company, identity provider and people.</summary>
internal static class IntegrationStage
{
    public static string KeyName(Integration integration) => $"idp-{integration.Slug}";

    public static Stage Build(Bench bench, Integration integration)
    {
        var settings = bench.Settings;
        var idp = bench.NewIdp(IdpMistakes.Apply(settings.Fixtures.IdentityProviders[integration.IdentityProvider], settings.IdpMistakes), KeyName(integration), null);
        integration.SetUp(idp, settings.Fixtures.People);
        var application = integration.Application;
        var scope = bench.Generic.Scope.Inner()
            .With("integration", field => field switch
            {
                // What the product's administrator has made and handed over.
                "scim-token" => bench.ScimTokenOf(integration.Slug),
                "neighbour-scim-token" => settings.Fixtures.Integrations.Values.FirstOrDefault(other => other.Slug != integration.Slug && other.IsNeighbourOf(integration)) is { } neighbour
                    ? bench.ScimTokenOf(neighbour.Slug)
                    : null,
                _ => integration.Values.GetValueOrDefault(field),
            })
            .With("sp", new Dictionary<string, string> { ["entity-id"] = application.EntityId, ["acs"] = application.AcsUrls[0] });
        GenericStage.DefineIdp(scope, "idp", idp, () => idp.Applications.FirstOrDefault(current => current.Segment == application.Segment) ?? application, bench.Directory);
        var cast = integration.People.Keys.ToDictionary(name => name, name => Member(name, integration, idp, settings.Fixtures), StringComparer.Ordinal);
        var loginPage = new Uri(integration.Values["login-page"]);
        var here = new Location($"fixtures/integrations/{integration.Slug}.yaml", 1, 1);
        return new Stage
        {
            Idp = idp,
            Application = application,
            Cast = cast,
            Scope = scope,
            Probe = new SessionProbe(settings.Target.Session, new Uri(loginPage, "/me.json").AbsoluteUri),
            Journeys = new Dictionary<string, IReadOnlyList<Step>>(StringComparer.Ordinal)
            {
                ["login"] = [new Open(new Text(loginPage.AbsoluteUri, here)) { Location = here }],
            },
            NextKey = () => settings.Keys.Rsa(KeyName(integration) + "-next"),
            IdpKey = settings.Keys.Rsa(KeyName(integration)),
            StrangerKey = settings.Keys.Rsa("stranger"),

            // The identity providers of the product's other customers, by the integration that describes them.
            OtherKeys = settings.Fixtures.Integrations.Values.Where(other => other.Slug != integration.Slug && other.IsNeighbourOf(integration))
                .Select(other => KeyValuePair.Create(other.Slug, settings.Keys.Rsa(KeyName(other))))

                // The one that it signed with before a rollover.
                .Append(KeyValuePair.Create("former", settings.Keys.Rsa(KeyName(integration))))
                .ToDictionary(StringComparer.Ordinal),
            Forgery = new Forgery(cast.TryGetValue("alice", out var alice) ? alice.NameId : "alice") { Markers = [bench.Markers.Forged] },
            BeginProvisioning = integration.Values.ContainsKey("scim-base-url") ? () => Provisioning.IntegrationProvisioning.Begin(bench, integration, idp) : null,
            EndProvisioning = (ground, cancellationToken) => Provisioning.IntegrationProvisioning.EndAsync(bench, ground, cancellationToken),
            SigningPlaces = [application.SignedParts ?? idp.Settings.Signing.Parts],
        };
    }

    private static CastMember Member(string name, Integration integration, Fakes.IdentityProvider.FakeIdentityProvider idp, FixtureLibrary fixtures)
    {
        var person = fixtures.People[name].At(integration.Company.Domain, integration.People[name]);
        var draft = idp.DraftFor(null, integration.Application, person);
        var nameId = draft.Content.NameId?.Value ?? person.UserName;
        var attributes = draft.Content.Attributes.ToDictionary(a => a.Name, a => a.Values, StringComparer.Ordinal);
        var user = integration.Company.Account == "NameID" ? nameId
            : attributes.TryGetValue(integration.Company.Account, out var values) && values.Count > 0 ? values[0] : person.Email ?? nameId;
        return new CastMember
        {
            Role = name,
            AtIdp = person,
            NameId = nameId,
            User = user,
            Attributes = attributes,
            Fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["email"] = person.Email ?? string.Empty,
                ["user-name"] = person.UserName,
                ["name-id"] = nameId,
                ["user"] = user,
                ["given-name"] = person.GivenName ?? string.Empty,
                ["family-name"] = person.FamilyName ?? string.Empty,
                ["display-name"] = person.DisplayName ?? string.Empty,
                ["password"] = person.Password,
            },
        };
    }
}
