using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;

namespace Conformance.Player.Fixtures;

/// <summary>Reads a file of <c>fixtures/integrations</c>.</summary>
internal static class IntegrationReader
{
    private static readonly string[] _keys =
        ["name", "identity-provider", "application", "people", "groups", "service-provider", "values"];

    private static readonly string[] _companyKeys =
    [
        "dress", "domain", "idp-configuration", "certificate", "idp-initiated", "just-in-time", "default-role", "account",
        "required-attributes", "attribute-mapping", "accounts", "password-login", "break-glass", "suspended",
        "secondary-domains",
    ];

    private static readonly string[] _dresses = ["aircall", "justcall", "dialpad"];

    private static readonly Dictionary<string, IdpConfigurationForm> _configurations =
        new(StringComparer.Ordinal) { ["metadata"] = IdpConfigurationForm.Metadata, ["fields"] = IdpConfigurationForm.Fields };

    private static readonly Dictionary<string, CertificateForm> _certificates =
        new(StringComparer.Ordinal) { ["pem"] = CertificateForm.Pem, ["bare"] = CertificateForm.Bare };

    public static Integration? Read(string slug, YamlNode root, ICollection<ScenarioProblem> problems)
    {
        if (MapReader.Of(root, "The integration", _keys, problems) is not { } reader)
        {
            return null;
        }

        var (name, idp) = (reader.RequiredText("name"), reader.RequiredText("identity-provider"));
        var application = reader.RequiredNode("application") is { } node ? ApplicationReader.Read(node, problems) : null;
        var company = reader.RequiredNode("service-provider") is { } sp ? ReadCompany(sp, problems) : null;
        return name is null || idp is null || application is null || company is null
            ? null
            : new Integration
            {
                Slug = slug,
                Name = name,
                IdentityProvider = idp,
                Application = application,
                People = reader.Lists("people", problems),
                Groups = reader.Lists("groups", problems),
                Company = company,
                Values = reader.Texts("values", problems),
            };
    }

    private static IntegrationCompany? ReadCompany(YamlNode node, ICollection<ScenarioProblem> problems)
    {
        if (MapReader.Of(node, "The service provider", _companyKeys, problems) is not { } reader)
        {
            return null;
        }

        var dress = reader.RequiredScalar("dress");
        if (dress is not null && !_dresses.Contains(dress.Value))
        {
            problems.Add(new(dress.Location, $"\"dress\" is \"{dress.Value}\". Write {string.Join(" or ", _dresses)}."));
        }

        var (domain, role, account) = (reader.RequiredText("domain"), reader.RequiredText("default-role"), reader.RequiredText("account"));
        reader.RequiredNode("idp-configuration");
        return dress is null || domain is null || role is null || account is null
            ? null
            : new IntegrationCompany
            {
                Dress = dress.Value,
                Domain = domain,
                IdpConfiguration = reader.Word("idp-configuration", _configurations, problems) ?? IdpConfigurationForm.Fields,
                Certificate = reader.Word("certificate", _certificates, problems) ?? CertificateForm.Pem,
                IdpInitiated = reader.Flag("idp-initiated") ?? false,
                JustInTime = reader.Flag("just-in-time") ?? false,
                DefaultRole = role,
                Account = account,
                RequiredAttributes = [.. (reader.Scalars("required-attributes") ?? []).Select(item => item.Value)],
                AttributeMapping = reader.Texts("attribute-mapping", problems),
                PasswordLogin = reader.Flag("password-login") ?? true,
                BreakGlass = reader.Text("break-glass"),
                Suspended = [.. (reader.Scalars("suspended") ?? []).Select(item => item.Value)],
                Accounts = reader.Texts("accounts", problems),
                SecondaryDomains = [.. (reader.Scalars("secondary-domains") ?? []).Select(item => item.Value)],
            };
    }
}
