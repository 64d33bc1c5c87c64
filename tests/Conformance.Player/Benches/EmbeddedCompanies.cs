using Conformance.Player.Fixtures;
using Conformance.Player.Playing;

namespace Conformance.Player.Benches;

/// <summary>The companies that have set up single sign-on at the embedded service provider: one for <c>saml/</c>, one for each integration.</summary>
internal static class EmbeddedCompanies
{
    /// <summary>The domain of the company that the <c>saml/</c> scenarios meet.</summary>
    public const string GenericDomain = "sp.example";

    /// <summary>The domain of the second company, whose identity provider is the other one.</summary>
    public const string OtherDomain = "other.example";

    /// <summary>The domain of a company whose identity provider's address has a query.</summary>
    public const string QueryDomain = "query.example";

    public static IReadOnlyList<EmbeddedCompany> Of(Bench bench, Stage generic)
    {
        var file = bench.Settings.Target;
        var accounts = file.People.Where(person => person.Value.Exists)
            .ToDictionary(person => generic.Cast[person.Key].User, person => Role(generic.Cast[person.Key], file.RoleAttribute));
        var first = new EmbeddedCompany
        {
            Dress = "generic",
            Domain = GenericDomain,
            Issuer = generic.Idp.EntityIdFor(generic.Application),
            SingleSignOnUrl = generic.Idp.SingleSignOnUrl(generic.Application),
            Certificates = [generic.Idp.CertificatePem],
            MetadataXml = generic.Idp.MetadataXml(generic.Application),
            MetadataUrl = generic.Idp.MetadataUrl(generic.Application),
            JustInTime = file.Claims.Says("jit") ?? true,
            Account = file.Account,
            RequiredAttributes = file.RequiredAttributes,
            RoleAttribute = file.RoleAttribute,
            AttributeMapping = new Dictionary<string, string> { ["email"] = "email", ["displayName"] = "displayName", ["firstName"] = "firstName", ["lastName"] = "lastName" },
            IdpInitiated = file.Claims.Says("idp-initiated") == true,
            SignsRequests = file.Claims.Says("signed-requests") == true,
            PostsRequests = file.Claims.Says("requests-by-post") == true,
            SingleLogoutUrl = generic.OffersLogout ? generic.Idp.SingleSignOnUrl(generic.Application) : null,
            Accounts = accounts,
            PasswordLogin = file.Claims.Says("password-login") != false,
            BreakGlass = generic.Cast.GetValueOrDefault("exempt")?.User,
            Passwords = file.People.Keys.Where(role => generic.Cast[role].Fields.ContainsKey("password"))
                .ToDictionary(role => generic.Cast[role].User, role => generic.Cast[role].Fields["password"]),
            ScimTokens = Tokens((generic.Scim?.Token, true), (generic.Scim?.ReadOnlyToken, false)),
        };
        var second = first with
        {
            Domain = OtherDomain,
            Issuer = generic.OtherIdp!.EntityIdFor(generic.OtherApplication!),
            SingleSignOnUrl = generic.OtherIdp.SingleSignOnUrl(generic.OtherApplication!),
            Certificates = [generic.OtherIdp.CertificatePem],
            MetadataXml = null,
            MetadataUrl = null,
            Accounts = new Dictionary<string, string>(),
            ScimTokens = Tokens((generic.Scim?.OtherToken, true)),
        };
        var third = first with
        {
            Domain = QueryDomain,
            SingleSignOnUrl = generic.Scope.ValueOf("idp.sso-url-with-query"),
            MetadataXml = null,
            MetadataUrl = null,
            Accounts = new Dictionary<string, string>(),
            ScimTokens = Tokens(),
        };

        // A company's neighbours at the same product are set up with it: scenarios bring the one's messages to the other.
        var all = bench.Settings.Fixtures.Integrations.Values;
        var integrations = all.Where(integration => bench.Settings.Integrations is not { } chosen
            || all.Any(played => chosen.Contains(played.Slug) && played.IsNeighbourOf(integration)));
        return [first, second, third, .. integrations.Select(integration => Of(bench, integration))];
    }

    private static EmbeddedCompany Of(Bench bench, Integration integration)
    {
        // Standing up the identity provider for a moment gives what its administrator would copy over.
        using var idp = bench.NewIdp(bench.Settings.Fixtures.IdentityProviders[integration.IdentityProvider], IntegrationStage.KeyName(integration), null);
        integration.SetUp(idp, bench.Settings.Fixtures.People);
        var company = integration.Company;
        var byFields = company.IdpConfiguration == IdpConfigurationForm.Fields;
        return new EmbeddedCompany
        {
            Dress = company.Dress,
            Domain = company.Domain,
            MetadataXml = byFields ? null : idp.MetadataXml(integration.Application),
            Issuer = byFields ? idp.EntityIdFor(integration.Application) : null,
            SingleSignOnUrl = byFields ? idp.SingleSignOnUrl(integration.Application) : null,
            Certificates = byFields ? [company.Certificate == CertificateForm.Bare ? idp.CertificateBare : idp.CertificatePem] : [],
            IdpInitiated = company.IdpInitiated,
            JustInTime = company.JustInTime,
            DefaultRole = company.DefaultRole,
            Account = company.Account,
            RequiredAttributes = company.RequiredAttributes,
            AttributeMapping = company.AttributeMapping,
            ScimTokens = new Dictionary<string, bool> { [bench.ScimTokenOf(integration.Slug)] = true },
            SecondaryDomains = company.SecondaryDomains,
            PasswordLogin = company.PasswordLogin,
            BreakGlass = company.BreakGlass is { } owner ? Email(owner) : null,
            Suspended = [.. company.Suspended.Select(Email)],
            Passwords = company.Accounts.Keys.ToDictionary(Email, name => bench.Settings.Fixtures.People[name].Password),
            Accounts = company.Accounts.ToDictionary(account => Email(account.Key), account => account.Value),
        };

        string Email(string person) => bench.Settings.Fixtures.People[person].At(company.Domain).Email ?? person;
    }

    private static Dictionary<string, bool> Tokens(params (string? Token, bool MayWrite)[] tokens) =>
        tokens.Where(token => token.Token is not null).ToDictionary(token => token.Token!, token => token.MayWrite);

    private static string Role(CastMember member, string? roleAttribute) =>
        roleAttribute is not null && member.Attributes.TryGetValue(roleAttribute, out var roles) && roles.Count > 0 ? roles[0] : "Member";
}
