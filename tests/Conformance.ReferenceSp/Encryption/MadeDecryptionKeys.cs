using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.ReferenceSp.Encryption;

/// <summary>The two keys that encrypted assertions are opened with, where nobody brings any.</summary>
internal static class MadeDecryptionKeys
{
    // For all service providers of the process: making a key takes longer than starting one.
    private static X509Certificate2? _first;
    private static X509Certificate2? _second;

    public static IReadOnlyList<X509Certificate2> Of(TimeProvider clock) =>
        [LazyInitializer.EnsureInitialized(ref _first, () => Make(clock)), LazyInitializer.EnsureInitialized(ref _second, () => Make(clock))];

    private static X509Certificate2 Make(TimeProvider clock)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=sp.example encryption", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddYears(1));
    }
}
