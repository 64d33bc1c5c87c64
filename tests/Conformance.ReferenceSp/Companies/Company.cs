using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.ReferenceSp.Signatures;

namespace Conformance.ReferenceSp.Companies;

/// <summary>A company whose settings have been understood.</summary>
internal sealed class Company
{
    public required CompanyConfiguration Configuration { get; init; }

    public required string Issuer { get; init; }

    public required string SingleSignOnUrl { get; init; }

    public required SingleSignOnBinding Binding { get; init; }

    public required IReadOnlyList<VerificationKey> Keys { get; init; }

    /// <summary>Thumbprints of certificates whose KeyDescriptor does not say what the key is for, for a flaw that misses them.</summary>
    public IReadOnlySet<string> WithoutUse { get; init; } = new HashSet<string>();

    /// <summary>The certificates as they were typed in, for flaws that mistake them for secrets.</summary>
    public required IReadOnlyList<string> CertificateTexts { get; init; }

    /// <summary>The keys that the company had first, once it has others, for a flaw that still takes them.</summary>
    public IReadOnlyList<VerificationKey> FormerKeys { get; set; } = [];

    public string Key => KeyOf(Configuration.Dress, Configuration.Domain);

    public string Id => Configuration.CompanyId ?? Configuration.Domain;

    public IReadOnlyList<string> VerifiedDomains => Configuration.VerifiedDomains ?? [Configuration.Domain];

    public IEnumerable<RSA> DecryptionKeys =>
        Configuration.DecryptionCertificates.Select(certificate => certificate.GetRSAPrivateKey()).OfType<RSA>();

    public static string KeyOf(Dress dress, string domain) => $"{dress} {domain}";

    /// <summary>Whether somebody has signed in by single sign-on with these settings, or the company began with them.</summary>
    public bool IsProven { get; set; } = true;

    /// <summary>Whether single sign-on was once the only way in, for a flaw that never forgets it.</summary>
    public bool HasEnforced { get; set; }

    /// <summary>Whether the company's people may sign in by other ways than single sign-on: one that is not set up forbids nothing.</summary>
    public bool AllowsOtherWays => !Configuration.IsSetUp || Configuration.PasswordLoginAllowed;

    public static Company From(CompanyConfiguration configuration, DateTimeOffset now, bool insists = true)
    {
        if (!configuration.IsSetUp)
        {
            return new Company { Configuration = configuration, Issuer = "", SingleSignOnUrl = "", Binding = default, Keys = [], CertificateTexts = [] };
        }

        var metadata = configuration.IdpMetadataXml is { } xml ? IdpMetadata.Parse(xml, now) : null;
        var ofMetadata = metadata?.Certificates ?? [];
        var texts = configuration.Certificates.Concat(ofMetadata).DistinctBy(text => Certificate(configuration, text).Thumbprint).ToList();
        if (insists && (configuration.Issuer ?? metadata?.EntityId)?.Contains("${", StringComparison.Ordinal) == true)
        {
            throw new CompanyConfigurationException(
                $"The IdP Entity ID is \"{configuration.Issuer ?? metadata!.EntityId}\": fill in the template at the identity provider, then export the metadata again.");
        }

        var (url, binding) = Endpoint(configuration, metadata, insists);
        return new Company
        {
            Configuration = configuration,
            Issuer = configuration.Issuer ?? metadata?.EntityId ?? throw Missing(configuration, "Issuer"),
            SingleSignOnUrl = url,
            Binding = binding,
            CertificateTexts = texts,
            Keys = [.. texts.Select(text => VerificationKey.Of(Certificate(configuration, text)))],
            WithoutUse = (metadata?.CertificatesWithoutUse ?? []).Select(text => Certificate(configuration, text).Thumbprint).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>The configuration with metadata as it is now: a certificate that it lists no longer is trusted no longer.</summary>
    public static CompanyConfiguration Refreshed(CompanyConfiguration configuration, string metadataXml, DateTimeOffset now)
    {
        var metadata = IdpMetadata.Parse(metadataXml, now);
        if (metadata.EntityId != configuration.Issuer)
        {
            throw new CompanyConfigurationException($"The metadata describes \"{metadata.EntityId}\" and not \"{configuration.Issuer}\".");
        }

        var listed = metadata.Certificates.Select(text => Certificate(configuration, text).Thumbprint).ToHashSet(StringComparer.Ordinal);
        return configuration with
        {
            IdpMetadataXml = metadataXml,
            Certificates = [.. configuration.Certificates.Where(text => listed.Contains(Certificate(configuration, text).Thumbprint))],
        };
    }

    private static (string Url, SingleSignOnBinding Binding) Endpoint(CompanyConfiguration configuration, IdpMetadata? metadata, bool insists)
    {
        if (configuration.SingleSignOnUrl is { } url)
        {
            return (url, configuration.SingleSignOnBinding);
        }

        if (metadata is null)
        {
            throw Missing(configuration, "SingleSignOnUrl");
        }

        if (insists && metadata.RedirectUrl is null && configuration.Dress == Dress.Aircall)
        {
            throw new CompanyConfigurationException("No SingleSignOn Http redirect binding location found in metadata.");
        }

        var preferred = configuration.SingleSignOnBinding == SingleSignOnBinding.Post ? metadata.PostUrl : metadata.RedirectUrl;
        return (preferred, metadata.RedirectUrl, metadata.PostUrl) switch
        {
            ({ } found, _, _) => (found, configuration.SingleSignOnBinding),
            (_, { } redirect, _) => (redirect, SingleSignOnBinding.Redirect),
            (_, _, { } post) => (post, SingleSignOnBinding.Post),
            _ => throw new CompanyConfigurationException("The identity provider's metadata has no SingleSignOnService by HTTP-Redirect or HTTP-POST."),
        };
    }

    private static X509Certificate2 Certificate(CompanyConfiguration configuration, string text)
    {
        try
        {
            return text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
                ? X509Certificate2.CreateFromPem(text)
                : X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or ArgumentException)
        {
            throw new CompanyConfigurationException(
                $"The certificate of {configuration.Domain} is not a certificate: paste it as PEM, or its base64 without the BEGIN and END lines.", exception);
        }
    }

    private static CompanyConfigurationException Missing(CompanyConfiguration configuration, string name) =>
        new($"The configuration of {configuration.Domain} says no {name}, neither itself nor by metadata.");
}
