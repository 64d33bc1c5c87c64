using System.Security.Cryptography.X509Certificates;
using Conformance.Player.Benches;
using Conformance.Player.Playing;
using Conformance.Saml.Metadata;

namespace Conformance.Player.Preflights;

/// <summary>The key that assertions for the target are encrypted with.</summary>
internal static class EncryptionKey
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

    public static bool Use(SpMetadata metadata, Stage stage)
    {
        if (metadata.Certificates.FirstOrDefault(certificate => certificate.Use is "encryption" or null) is not { } encryption)
        {
            return false;
        }

        stage.EncryptionCertificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(encryption.Base64));
        return true;
    }
}
