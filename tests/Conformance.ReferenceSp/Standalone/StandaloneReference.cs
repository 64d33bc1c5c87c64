using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Encryption;

namespace Conformance.ReferenceSp.Standalone;

/// <summary>The service provider for a process of its own, on plain http: sound, or with the flaws that it is given. It knows what metadata says, and makes accounts at first sign-in.</summary>
public static class StandaloneReference
{
    // As at the embedded one, so that scenarios meet the same companies.
    private const string Domain = "sp.example";
    private const string OtherDomain = "other.example";
    private const int LargestMetadata = 2 * 1024 * 1024;
    private static readonly string[] Fields = ["email", "displayName", "firstName", "lastName"];
    private static readonly TimeSpan MetadataWithin = TimeSpan.FromSeconds(10);

    /// <summary>Starts it.</summary>
    /// <exception cref="CompanyConfigurationException">The metadata cannot work.</exception>
    /// <exception cref="ArgumentException">A flaw is unknown.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<ReferenceServiceProvider> StartAsync(StandaloneOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var first = Company(Domain, options.IdpMetadataXml, clock) with
        {
            IdpMetadataUrl = options.IdpMetadataUrl?.AbsoluteUri,
            ScimTokens = options.ScimToken is { } token ? new Dictionary<string, bool> { [token] = true } : [],
        };
        return ReferenceServiceProvider.StartAsync(
            new ReferenceServiceProviderOptions
            {
                Companies = options.OtherIdpMetadataXml is { } other ? [first, Company(OtherDomain, other, clock)] : [first],
                Flaws = options.Flaws,
                Die = options.Die,
                Clock = clock,
                Fetch = options.IdpMetadataUrl is null ? null : FetchAsync,
                HttpPort = options.Port,
                HttpAddress = options.Address,
            },
            cancellationToken);
    }

    private static CompanyConfiguration Company(string domain, string metadataXml, TimeProvider clock)
    {
        var metadata = IdpMetadata.Parse(metadataXml, clock.GetUtcNow());
        return new CompanyConfiguration
        {
            Domain = domain,
            Issuer = metadata.EntityId,
            IdpMetadataXml = metadataXml,
            SingleLogoutUrl = metadata.LogoutUrl,
            JustInTime = true,
            RequiredAttributes = ["email"],
            RoleAttribute = "role",
            AttributeMapping = Fields.ToDictionary(name => name),
            DecryptionCertificates = MadeDecryptionKeys.Of(clock),
        };
    }

    private static async Task<string> FetchAsync(string url, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = MetadataWithin, MaxResponseContentBufferSize = LargestMetadata };
        return await http.GetStringAsync(new Uri(url), cancellationToken);
    }
}
