using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Saml.Metadata;

/// <summary>One KeyDescriptor.</summary>
/// <param name="Base64">The certificate, base64 of DER.</param>
/// <param name="Use">signing, encryption, or null for both.</param>
public sealed record MetadataCertificate(string Base64, string? Use = MetadataCertificate.Signing)
{
    /// <summary>The use of a key that signs.</summary>
    public const string Signing = "signing";

    /// <summary>The certificate; null when it cannot be read.</summary>
    public X509Certificate2? Load()
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(Base64));
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
