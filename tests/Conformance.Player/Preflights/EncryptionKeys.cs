using System.Security.Cryptography.X509Certificates;
using Conformance.Player.Benches;
using Conformance.Player.Playing;
using Conformance.Saml.Metadata;

namespace Conformance.Player.Preflights;

/// <summary>The keys that the service provider's metadata offers to encrypt for.</summary>
internal static class EncryptionKeys
{
    /// <summary>Takes the encryption key from the metadata of a bench's own instance: two instances of a product need not share keys.</summary>
    public static async Task ReadAsync(Bench bench, CancellationToken cancellationToken)
    {
        if (bench.Generic.Scope.ValueOf("sp.metadata") is { } url)
        {
            await using var driver = bench.NewHttpDriver();
            Use(SpMetadata.Read((await driver.ReadAsync(url, keepCookies: true, cancellationToken)).Body), bench.Generic);
        }
    }

    /// <summary>Takes them from metadata that was read; <c>false</c>: there are none.</summary>
    public static bool Use(SpMetadata metadata, Stage stage)
    {
        stage.Learn(metadata);
        var keys = metadata.Certificates.Where(certificate => certificate.Use is "encryption" or null).DistinctBy(certificate => certificate.Base64).ToList();
        if (keys.Count == 0)
        {
            return false;
        }

        stage.EncryptionCertificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(keys[0].Base64));
        stage.SecondEncryptionCertificate = keys.Count > 1 ? X509CertificateLoader.LoadCertificate(Convert.FromBase64String(keys[1].Base64)) : null;
        stage.Discovered["second-encryption-key"] = keys.Count > 1;
        return true;
    }
}
