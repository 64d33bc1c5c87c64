using Conformance.Player.Benches;
using Conformance.Player.Targets;

namespace Conformance.ReferenceSp.Embedding;

/// <summary>Hands the reference service provider to the player as a target like any other.</summary>
public sealed class EmbeddedReference : IEmbeddedServiceProvider
{
    /// <inheritdoc/>
    public async Task<IRunningTarget> StartAsync(EmbeddedStart start, CancellationToken cancellationToken)
    {
        var options = new ReferenceServiceProviderOptions
        {
            Companies = [.. start.Companies.Select(Configuration)],
            People = [.. start.Companies.SelectMany(People)],
            Flaws = start.Flaws.ToHashSet(StringComparer.Ordinal),
            Clock = start.Clock,
            CertificateFor = start.CertificateFor,
        };
        return new EmbeddedTarget(await ReferenceServiceProvider.StartAsync(options, cancellationToken));
    }

    private static CompanyConfiguration Configuration(EmbeddedCompany company) => new()
    {
        Dress = Enum.Parse<Dress>(company.Dress, ignoreCase: true),
        Domain = company.Domain,
        Issuer = company.Issuer,
        SingleSignOnUrl = company.SingleSignOnUrl,
        Certificates = company.Certificates,
        IdpMetadataXml = company.MetadataXml,
        IdpInitiated = company.IdpInitiated,
        JustInTime = company.JustInTime,
        DefaultRole = company.DefaultRole,
        AccountIdentifier = company.Account,
        RequiredAttributes = company.RequiredAttributes,
        AttributeMapping = company.AttributeMapping,
        RoleAttribute = company.RoleAttribute,
    };

    private static IEnumerable<ReferencePerson> People(EmbeddedCompany company) => company.Accounts.Select(account => new ReferencePerson
    {
        Email = account.Key,
        Company = company.Domain,
        Dress = Enum.Parse<Dress>(company.Dress, ignoreCase: true),
        Role = account.Value,
    });
}
