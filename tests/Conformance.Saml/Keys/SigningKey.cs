using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Saml.Keys;

/// <summary>A private key with its self-signed certificate, as an identity provider holds one.</summary>
public sealed class SigningKey : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private SigningKey(string name, X509Certificate2 certificate, RSA? rsa, ECDsa? ecdsa)
    {
        Name = name;
        Certificate = certificate;
        Rsa = rsa;
        Ecdsa = ecdsa;
        CertificateBase64 = Convert.ToBase64String(certificate.RawData);
    }

    /// <summary>What people call the key; also the name of its files.</summary>
    public string Name { get; }

    /// <summary>The certificate, without the private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The private key, if it is RSA.</summary>
    public RSA? Rsa { get; }

    /// <summary>The private key, if it is on a curve.</summary>
    public ECDsa? Ecdsa { get; }

    /// <summary>The certificate between BEGIN and END lines, LF, with a final newline.</summary>
    public string CertificatePem => Certificate.ExportCertificatePem() + "\n";

    /// <summary>The certificate's DER as base64 on one line.</summary>
    public string CertificateBase64 { get; }

    /// <summary>Makes an RSA key.</summary>
    public static SigningKey CreateRsa(
        string name, string subject, int bits, TimeProvider clock, TimeSpan? validity = null)
    {
        var rsa = RSA.Create(bits);
        var request = new CertificateRequest(
            subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return new SigningKey(name, SelfSign(request, X509SignatureGenerator.CreateForRSA(
            rsa, RSASignaturePadding.Pkcs1), clock, validity, RandomSerial()), rsa, null);
    }

    /// <summary>Makes a key on a named curve, P-256 unless told otherwise.</summary>
    public static SigningKey CreateEcdsa(
        string name, string subject, TimeProvider clock, ECCurve? curve = null, TimeSpan? validity = null)
    {
        var ecdsa = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, ecdsa, HashAlgorithmName.SHA256);
        return new SigningKey(name, SelfSign(request, X509SignatureGenerator.CreateForECDsa(ecdsa), clock, validity,
            RandomSerial()), null, ecdsa);
    }

    /// <summary>A new RSA key whose certificate has the subject, issuer, serial number and validity of another.</summary>
    public static SigningKey CreateLookalike(string name, X509Certificate2 original)
    {
        var rsa = RSA.Create(2048);
        var request = new CertificateRequest(
            original.SubjectName, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var serial = original.SerialNumberBytes.ToArray();
        var generator = X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1);
        var certificate = request.Create(
            original.IssuerName, generator, original.NotBefore, original.NotAfter, serial);
        return new SigningKey(name, certificate, rsa, null);
    }

    /// <summary>Reads a key that <see cref="SaveTo"/> wrote.</summary>
    public static SigningKey LoadFrom(string directory, string name)
    {
        var certificate = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(directory, name + ".crt"));
        var pem = File.ReadAllText(Path.Combine(directory, name + ".key"));
        if (certificate.GetRSAPublicKey() is not null)
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return new SigningKey(name, certificate, rsa, null);
        }

        var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(pem);
        return new SigningKey(name, certificate, null, ecdsa);
    }

    /// <summary>Writes NAME.key (PKCS #8, only for the owner) and NAME.crt.</summary>
    public void SaveTo(string directory)
    {
        Directory.CreateDirectory(directory);
        var pem = Rsa?.ExportPkcs8PrivateKeyPem() ?? Ecdsa!.ExportPkcs8PrivateKeyPem();
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(Path.Combine(directory, Name + ".key"), options))
        {
            writer.Write(pem);
        }

        File.WriteAllText(Path.Combine(directory, Name + ".crt"), CertificatePem);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Rsa?.Dispose();
        Ecdsa?.Dispose();
        Certificate.Dispose();
    }

    private static X509Certificate2 SelfSign(
        CertificateRequest request, X509SignatureGenerator generator, TimeProvider clock, TimeSpan? validity,
        byte[] serial)
    {
        var now = clock.GetUtcNow();
        var from = validity < TimeSpan.Zero ? now + validity.Value - TimeSpan.FromDays(365) : now.AddDays(-1);
        var to = now + (validity ?? TimeSpan.FromDays(3 * 365));
        return request.Create(request.SubjectName, generator, from, to, serial);
    }

    // As long as RFC 5280 needs it, and no longer: schema validators take integers of some twenty digits, and X509IssuerSerial holds one.
    private static byte[] RandomSerial()
    {
        var number = new BigInteger(RandomNumberGenerator.GetBytes(8), isUnsigned: true) + 1;
        return number.ToByteArray(isUnsigned: false, isBigEndian: true);
    }
}
