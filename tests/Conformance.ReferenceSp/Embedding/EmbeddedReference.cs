using Conformance.Player.Benches;
using Conformance.Player.Targets;
using Conformance.ReferenceSp.Encryption;

namespace Conformance.ReferenceSp.Embedding;

/// <summary>Hands the reference service provider to the player as a target like any other.</summary>
public sealed class EmbeddedReference : IEmbeddedServiceProvider
{
    /// <inheritdoc/>
    public async Task<IRunningTarget> StartAsync(EmbeddedStart start, CancellationToken cancellationToken)
    {
        var options = new ReferenceServiceProviderOptions
        {
            Companies = [.. start.Companies.Select(company => Configuration(company, start.Clock))],
            People = [.. start.Companies.SelectMany(People)],
            Flaws = start.Flaws.ToHashSet(StringComparer.Ordinal),
            Clock = start.Clock,
            Fetch = start.Fetch,
            Http = start.Http,
            CertificateFor = start.CertificateFor,
        };
        return new EmbeddedTarget(await ReferenceServiceProvider.StartAsync(options, cancellationToken));
    }

    private static CompanyConfiguration Configuration(EmbeddedCompany company, TimeProvider clock) => new()
    {
        Dress = Enum.Parse<Dress>(company.Dress, ignoreCase: true),
        Domain = company.Domain,
        Issuer = company.Issuer,
        SingleSignOnUrl = company.SingleSignOnUrl,
        Certificates = company.Certificates,
        IdpMetadataXml = company.MetadataXml,
        IdpMetadataUrl = company.MetadataUrl,
        IdpInitiated = company.IdpInitiated,
        JustInTime = company.JustInTime,
        DefaultRole = company.DefaultRole,
        AccountIdentifier = company.Account,
        RequiredAttributes = company.RequiredAttributes,
        AttributeMapping = company.AttributeMapping,
        RoleAttribute = company.RoleAttribute,
        SignRequests = company.SignsRequests,
        SingleSignOnBinding = company.PostsRequests ? SingleSignOnBinding.Post : SingleSignOnBinding.Redirect,
        SingleLogoutUrl = company.SingleLogoutUrl,
        PasswordLoginAllowed = company.PasswordLogin,
        BreakGlass = company.BreakGlass,
        ScimTokens = company.ScimTokens,
        VerifiedDomains = company.SecondaryDomains.Count == 0 ? null : [company.Domain, .. company.SecondaryDomains],
        DecryptionCertificates = company.Dress == "generic" ? MadeDecryptionKeys.Of(clock) : [],
    };

    private static IEnumerable<ReferencePerson> People(EmbeddedCompany company) => company.Accounts.Select(account => new ReferencePerson
    {
        Email = account.Key,
        Company = company.Domain,
        Dress = Enum.Parse<Dress>(company.Dress, ignoreCase: true),
        Role = account.Value,
        Suspended = company.Suspended.Contains(account.Key),
        Password = company.Passwords.GetValueOrDefault(account.Key),
    });
}
