using Conformance.Fakes.IdentityProvider;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;

namespace Conformance.Player.Fixtures;

/// <summary>Reads a file of <c>fixtures/identity-providers</c>, or a customer's own.</summary>
internal sealed class IdentityProviderReader(ICollection<ScenarioProblem> problems)
{
    private static readonly string[] _keys =
    [
        "name", "based-on", "look", "organisation", "tenant", "issuer", "sso", "sign-in", "portal", "metadata", "xml", "signing",
        "time-window", "time-windows", "name-id", "user-fields", "built-in-claims", "default-claims", "authn-context", "session-index",
        "non-uri-audience-prefix", "exports", "requests", "directory", "sign-in-page", "errors",
    ];

    private static readonly Dictionary<string, IdpLook> _looks = new(StringComparer.Ordinal)
    {
        ["plain"] = IdpLook.Plain,
        ["jumpcloud"] = IdpLook.JumpCloud,
        ["entra"] = IdpLook.Entra,
    };

    private readonly IdentityProviderParts _parts = new(problems);

    /// <param name="root">The file.</param>
    /// <param name="basedOn">Finds what another file says; null when there is no such file.</param>
    public IdentityProviderSettings? Read(YamlNode root, Func<YamlScalar, IdentityProviderSettings?> basedOn)
    {
        if (MapReader.Of(root, "The identity provider", _keys, problems) is not { } reader)
        {
            return null;
        }

        var start = reader.Scalar("based-on") is { } other ? basedOn(other) : null;
        var (name, issuer, sso) = (reader.RequiredText("name"), Text(reader, "issuer", start?.Issuer), Text(reader, "sso", start?.SingleSignOnAddress));
        if (name is null || issuer is null || sso is null)
        {
            return null;
        }

        start ??= new IdentityProviderSettings
        {
            Name = name,
            Issuer = issuer,
            SingleSignOnAddress = sso,
            SignInAddress = IdentityProviderParts.Beside(sso, "/login"),
            PortalAddress = IdentityProviderParts.Beside(sso, "/portal"),
            MetadataAddress = IdentityProviderParts.Beside(sso, "/metadata"),
        };
        var settings = Addresses(reader, start with { Name = name, Issuer = issuer, SingleSignOnAddress = sso });
        settings = _parts.Writing(reader, settings);
        settings = _parts.People(reader, settings);
        settings = _parts.Behaviour(reader, settings);
        CheckSources(reader, settings);
        return settings;
    }

    private static string? Text(MapReader reader, string key, string? inherited) =>
        reader.Has(key) || inherited is null ? reader.RequiredText(key) : inherited;

    private IdentityProviderSettings Addresses(MapReader reader, IdentityProviderSettings start)
    {
        var settings = start with
        {
            Look = reader.Word("look", _looks, problems) ?? start.Look,
            Organisation = reader.Text("organisation") ?? start.Organisation,
            Tenant = reader.Text("tenant") ?? start.Tenant,
            SignInAddress = reader.Text("sign-in") ?? start.SignInAddress,
            PortalAddress = reader.Text("portal") ?? start.PortalAddress,
            MetadataAddress = reader.Text("metadata") ?? start.MetadataAddress,
        };
        foreach (var key in new[] { "sso", "sign-in", "portal", "metadata" })
        {
            if (reader.Scalar(key) is { } scalar && !Uri.IsWellFormedUriString(Filled(scalar.Value), UriKind.Absolute))
            {
                problems.Add(new(scalar.Location, $"\"{key}\" is \"{scalar.Value}\". Write a whole address, such as https://idp.example/sso."));
            }
        }

        return settings;
    }

    private static string Filled(string address) => address
        .Replace("{tenant}", "t", StringComparison.Ordinal).Replace("{application}", "a", StringComparison.Ordinal);

    /// <summary>A source that is no field would silently leave the claim out of every assertion.</summary>
    private void CheckSources(MapReader reader, IdentityProviderSettings settings)
    {
        foreach (var claim in settings.BuiltInClaims.Concat(settings.DefaultClaims).Where(claim => claim.Source is not null))
        {
            if (!settings.UserFields.ContainsKey(claim.Source!))
            {
                problems.Add(new(reader.Location,
                    $"The claim \"{claim.Name}\" comes from \"{claim.Source}\", which \"user-fields\" does not have. "
                    + $"It has {string.Join(", ", settings.UserFields.Keys)}."));
            }
        }

        if (!settings.UserFields.ContainsKey(settings.NameId.Source))
        {
            problems.Add(new(reader.Location, $"The name identifier comes from \"{settings.NameId.Source}\", which \"user-fields\" does not have."));
        }
    }
}
