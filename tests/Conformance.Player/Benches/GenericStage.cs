using System.Globalization;
using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Playing;
using Conformance.Player.Scim;
using Conformance.Player.Targets;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;

namespace Conformance.Player.Benches;

/// <summary>Builds the stage of the scenarios that run on every target: the target as its file describes it, with an attacker and a victim.</summary>
internal static class GenericStage
{
    // Attribute names that service providers usually map; values under them carry the run's markers.
    private static readonly string[] MarkerAttributes = ["displayName", "firstName", "lastName", "department"];

    public static (Stage Stage, VariableScope TargetScope) Build(Bench bench, int port)
    {
        var settings = bench.Settings;
        var file = settings.Target;
        var targetScope = new VariableScope().With("target", new Dictionary<string, string>
        {
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["directory"] = Path.GetFullPath(Path.Combine(bench.Directory, "target")),
        }).With("env", Environment.GetEnvironmentVariable);
        targetScope.With("run", new Dictionary<string, string> { ["marker"] = bench.Markers.Honest, ["forged-marker"] = bench.Markers.Forged });
        DefineServiceProvider(file, targetScope);

        var url = targetScope.ValueOf("sp.url") ?? throw new TargetFailedException($"{file.Path}: the target has no \"url\".");
        var origin = IdpOrigin.For(bench, file, url);
        // Whoever offers no single logout is not sent to an address for it.
        var offersLogout = file.Claims.Says("slo") == true;
        var exports = settings.IdentityProvider.Exports;
        var configured = settings.IdentityProvider with { Exports = exports with { LogoutEndpoint = exports.LogoutEndpoint || offersLogout } };
        var further = FurtherKeys.Of(file, settings.Keys, settings.Needs);
        var idp = bench.NewIdp(FurtherKeys.Published(configured), "idp", origin, further.Values);
        var otherSettings = settings.IdentityProvider with { Name = "other", Issuer = "https://other-idp.example/saml" };
        var other = bench.NewIdp(
            otherSettings, "other-idp", origin is null ? "https://other-idp.example" : origin + "/other");

        var application = Application(file, targetScope);
        idp.Register(application);
        other.Register(application);
        if (targetScope.ValueOf("sp.other-entity-id") is { } otherEntityId && targetScope.ValueOf("sp.other-acs") is { } otherAcs)
        {
            // The second company's own addresses, where a product has such.
            other.Register(application with { EntityId = otherEntityId, AcsUrls = [otherAcs] });
        }

        DefineIdp(targetScope, "idp", idp, () => application, bench.Directory);
        DefineIdp(targetScope, "other-idp", other, () => application, bench.Directory);

        var cast = file.People.ToDictionary(person => person.Key, person => Member(person.Key, person.Value, file, targetScope, bench.Markers), StringComparer.Ordinal);
        foreach (var member in cast.Values)
        {
            idp.Add(member.AtIdp);
            other.Add(member.AtIdp);
        }

        return (new Stage
        {
            Idp = idp,
            Application = application,
            OtherIdp = other,
            OtherApplication = application,
            Cast = cast,
            Scope = targetScope,
            Probe = new SessionProbe(file.Session, file.Session.Open.Bind(targetScope.ValueOf)),
            Journeys = file.Journeys,
            Labels = file.Labels,
            OffersLogout = offersLogout,
            DeniesLogout = file.Claims.Says("slo") == false,
            IdpKey = settings.Keys.Rsa("idp"),
            StrangerKey = settings.Keys.Rsa("stranger"),
            OtherKeys = new Dictionary<string, Saml.Keys.SigningKey>(further, StringComparer.Ordinal)
            {
                ["other-idp"] = settings.Keys.Rsa("other-idp"),
                ["stranger"] = settings.Keys.Rsa("stranger"),
            },
            NewMember = (role, name) => Member(role, Newcomer(name, cast["attacker"], file), file, targetScope, bench.Markers),
            Forgery = ForgeryOf(cast["victim"], file, bench.Markers),
            Scim = ScimAccess.Of(file, targetScope, bench.Markers.Honest, DomainOf(cast["attacker"])),
            Canary = new CanaryTrap(bench.Stubs, bench.Markers.Forged, hasFile: RunsHere(file, url)),
        }, targetScope);
    }

    /// <summary>The variables of an identity provider, its files written for programs that read files.</summary>
    public static void DefineIdp(VariableScope scope, string root, FakeIdentityProvider idp, Func<ServiceProviderApplication> current, string directory)
    {
        var metadataFile = Path.GetFullPath(Path.Combine(directory, $"{root}-metadata.xml"));
        var certificateFile = Path.GetFullPath(Path.Combine(directory, $"{root}.pem"));
        File.WriteAllText(metadataFile, idp.MetadataXml(current()));
        File.WriteAllText(certificateFile, idp.CertificatePem);
        scope.With(root, field => field switch
        {
            "entity-id" => idp.EntityIdFor(current()),
            "sso-url" => idp.SingleSignOnUrl(current()),
            "sso-url-with-query" => idp.SingleSignOnUrl(current()) + "?tenant=example&kind=web",
            "metadata" => idp.MetadataXml(current()),
            "metadata-url" => idp.MetadataUrl(current()),
            "metadata-file" => metadataFile,
            "certificate" => idp.CertificatePem,
            "certificate-bare" => idp.CertificateBare,
            "certificate-wrapped" => string.Join('\n', idp.CertificateBare.Chunk(64).Select(line => new string(line))),
            "certificate-file" => certificateFile,
            "portal" => idp.PortalUrl,
            "sign-in" => idp.SignInUrl,
            _ => null,
        });
    }

    // What is reached over loopback is taken to run beside the suite; a container has files of its own.
    private static bool RunsHere(TargetFile file, string url) =>
        file.Place is EmbeddedPlace or ProcessPlace || (file.Place is RunningPlace && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);

    private static string DomainOf(CastMember member) => (member.AtIdp.Email ?? member.NameId).Split('@') is [_, var domain] ? domain : "example.com";

    private static void DefineServiceProvider(TargetFile file, VariableScope scope)
    {
        // Values of the service provider may use one another (entity-id: ${sp.url}/metadata); a chain longer than the file is a circle.
        var depth = 0;
        scope.With("sp", field =>
        {
            if (!file.ServiceProvider.TryGetValue(field, out var text))
            {
                return Derived(field, file, scope);
            }

            if (++depth > file.ServiceProvider.Count + 1)
            {
                throw new TargetFailedException($"{text.Location}: \"{field}\" refers to itself.");
            }

            var value = text.Bind(scope.ValueOf);
            depth--;
            return value;
        });
    }

    // What scenarios ask for and the file says elsewhere: the value of a claim, the journey that is one address, a place for a query.
    private static string? Derived(string field, TargetFile file, VariableScope scope)
    {
        const string queryable = "-with-query";
        if (field.EndsWith(queryable, StringComparison.Ordinal))
        {
            return scope.ValueOf($"sp.{field[..^queryable.Length]}") is { } url ? url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") : null;
        }

        return field switch
        {
            "login-url" when AddressOf("login") is { } login => login,

            // What its own query says would stand in the way of another: it names the page to go to next.
            "logout-url" when AddressOf("logout") is { } logout => logout.Split('?')[0],
            _ => file.Claims.Others.TryGetValue(field, out var claim) && claim is not ("true" or "false") ? new Scenarios.Model.Text(claim, new Scenarios.Model.Location(file.Path, 1, 1)).Bind(scope.ValueOf) : null,
        };

        string? AddressOf(string journey) =>
            file.Journeys.TryGetValue(journey, out var steps) && steps is [Scenarios.Steps.Open open] ? open.Url.Bind(scope.ValueOf) : null;
    }

    private static ServiceProviderApplication Application(TargetFile file, VariableScope scope)
    {
        string Need(string field) => scope.ValueOf($"sp.{field}")
            ?? throw new TargetFailedException($"{file.Path}: the target lacks \"{field}\" under \"sp\". Write it; the identity provider has to know it.");
        return new ServiceProviderApplication
        {
            Name = file.Name,
            EntityId = Need("entity-id"),
            AcsUrls = [Need("acs")],
            NameIdFormat = file.NameIdFormat,
            LogoutUrl = scope.ValueOf("sp.slo"),
            PostedLogout = scope.ValueOf("sp.slo-post") is { } posted ? new(Saml.Names.BindingUris.HttpPost, posted) : null,
        };
    }

    private static CastMember Member(string role, TargetPerson person, TargetFile file, VariableScope scope, Markers markers)
    {
        var nameId = person.NameId.Bind(scope.ValueOf);
        var attributes = new List<SamlAttribute>();
        foreach (var (name, values) in person.Attributes)
        {
            attributes.Add(new SamlAttribute(name, [.. values.Select(value => value.Bind(scope.ValueOf))]));
        }

        foreach (var name in MarkerAttributes.Where(name => attributes.TrueForAll(a => a.Name != name)))
        {
            attributes.Add(new SamlAttribute(name, [$"{role}-{markers.Honest}"]));
        }

        if (file.RoleAttribute is { } roleAttribute && attributes.TrueForAll(a => a.Name != roleAttribute))
        {
            attributes.Add(new SamlAttribute(roleAttribute, [role == "victim" ? $"admin-{markers.Forged}" : $"member-{markers.Honest}"]));
        }

        var account = file.Account == "NameID" ? nameId : attributes.Find(a => a.Name == file.Account)?.Values[0] ?? nameId;
        var email = attributes.Find(a => a.Name is "email" or "mail" or "emailAddress")?.Values[0] ?? (nameId.Contains('@', StringComparison.Ordinal) ? nameId : $"{role}@idp.example");
        var byName = attributes.ToDictionary(a => a.Name, a => a.Values, StringComparer.Ordinal);
        return new CastMember
        {
            Role = role,
            NameId = nameId,
            User = person.User?.Bind(scope.ValueOf) ?? account,
            Attributes = byName,
            AtIdp = new IdpPerson
            {
                UserName = email,
                Email = email,
                Password = $"correct-horse-{role}",
                NameId = new NameId(nameId) { Format = file.NameIdFormat },
                Attributes = attributes,
                GivenName = role,
                FamilyName = markers.Honest,
                DisplayName = $"{role} {markers.Honest}",
            },
            Fields = Fields(nameId, email, person.User?.Bind(scope.ValueOf) ?? account, person.Password?.Bind(scope.ValueOf), byName),
        };
    }

    // As ordinary as the attacker, under another name wherever theirs stands.
    private static TargetPerson Newcomer(string name, CastMember attacker, TargetFile file)
    {
        var own = attacker.AtIdp.Email ?? attacker.NameId;
        var nameId = own.Contains('@', StringComparison.Ordinal) ? name + own[own.IndexOf('@', StringComparison.Ordinal)..] : name;
        Scenarios.Model.Text Text(string value) => new(value.Replace("${", "$${", StringComparison.Ordinal), new Scenarios.Model.Location(file.Path, 1, 1));
        return new TargetPerson
        {
            NameId = Text(nameId),
            Attributes =
            [
                .. attacker.Attributes.Where(attribute => file.People["attacker"].Attributes.Any(written => written.Key == attribute.Key))
                    .Select(attribute => KeyValuePair.Create<string, IReadOnlyList<Scenarios.Model.Text>>(
                        attribute.Key, [.. attribute.Value.Select(value => Text(value == own || value == attacker.NameId ? nameId : value))])),
            ],
        };
    }

    private static Dictionary<string, string> Fields(
        string nameId, string email, string user, string? password, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes)
    {
        var fields = attributes.Where(a => a.Value.Count > 0).ToDictionary(a => $"attributes.{a.Key}", a => a.Value[0], StringComparer.Ordinal);
        fields["name-id"] = nameId;
        fields["email"] = email;
        fields["user"] = user;
        if (password is not null)
        {
            fields["password"] = password;
        }

        return fields;
    }

    private static Forgery ForgeryOf(CastMember victim, TargetFile file, Markers markers)
    {
        // Where the account is told by an attribute, that attribute is the victim's own; all else carries the forged marker.
        var attributes = victim.Attributes.ToDictionary(
            a => a.Key,
            a => MarkerAttributes.Contains(a.Key) ? [$"Victim-{markers.Forged}"] : a.Value,
            StringComparer.Ordinal);
        var role = file.RoleAttribute is null ? null : victim.Attributes.GetValueOrDefault(file.RoleAttribute, [$"admin-{markers.Forged}"])[0];
        return new Forgery(victim.NameId)
        {
            Attributes = attributes,
            RoleAttribute = file.RoleAttribute,
            Role = role,
            Markers = [$"victim-{markers.Forged}"],
        };
    }
}
