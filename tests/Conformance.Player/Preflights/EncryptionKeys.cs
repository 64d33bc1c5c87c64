using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Player.Benches;
using Conformance.Player.Targets;
using Conformance.Saml.Metadata;

namespace Conformance.Player.Preflights;

/// <summary>The keys to encrypt for: those that the service provider's metadata offers, or the one that the target file names.</summary>
internal static class EncryptionKeys
{
    private const string Field = "encryption-certificate";

    /// <summary>Takes the keys of a bench's own instance: two instances of a product need not share keys.</summary>
    /// <exception cref="TargetFailedException">The certificate that the target file names cannot be read.</exception>
    public static async Task ReadAsync(Bench bench, CancellationToken cancellationToken)
    {
        _ = UseNamed(bench);
        if (bench.Generic.Scope.ValueOf("sp.metadata") is { } url)
        {
            await using var driver = bench.NewHttpDriver();
            Use(SpMetadata.Read((await driver.ReadAsync(url, keepCookies: true, cancellationToken)).Body), bench);
        }
    }

    /// <summary>Takes them from metadata that was read; <c>false</c>: there are none. What the target file names goes first.</summary>
    public static bool Use(SpMetadata metadata, Bench bench)
    {
        var stage = bench.Generic;
        stage.Learn(metadata);
        if (IsNamed(bench))
        {
            return false;
        }

        // Several keys for signatures are a rollover of those, and say nothing about a second one that decrypts.
        var keys = (stage.EncryptsForSigningKey
            ? metadata.Certificates.Where(certificate => certificate.Use == "signing").Take(1)
            : metadata.Certificates.Where(certificate => certificate.Use is "encryption" or null)).DistinctBy(certificate => certificate.Base64).ToList();
        if (keys.Count == 0)
        {
            return false;
        }

        stage.EncryptionCertificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(keys[0].Base64));
        stage.SecondEncryptionCertificate = keys.Count > 1 ? X509CertificateLoader.LoadCertificate(Convert.FromBase64String(keys[1].Base64)) : null;
        stage.Discovered["second-encryption-key"] = keys.Count > 1;
        return true;
    }

    /// <summary>Takes the certificate that the target file names, PEM or DER; <c>false</c>: it names none.</summary>
    /// <exception cref="TargetFailedException">The file cannot be read, or holds no certificate.</exception>
    public static bool UseNamed(Bench bench)
    {
        if (!IsNamed(bench))
        {
            return false;
        }

        var target = bench.Settings.Target;
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target.Path)) ?? string.Empty, bench.Generic.Scope.ValueOf($"sp.{Field}")!);
        try
        {
            bench.Generic.EncryptionCertificate = X509CertificateLoader.LoadCertificateFromFile(path);
            return true;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new TargetFailedException(
                $"{target.ServiceProvider[Field].Location}: the {Field} {path} cannot be read ({exception.Message.TrimEnd('.')}). "
                + "Name the service provider's certificate, in PEM or DER, relative to the target file.");
        }
    }

    /// <summary>
    /// Takes the key that the metadata gives for signatures: many products decrypt with it and do not say so, and whoever attacks them need not be told.
    /// <c>false</c>: there is none.
    /// </summary>
    public static bool UseSigningKey(Bench bench)
    {
        bench.Generic.EncryptsForSigningKey = true;
        return bench.Generic.Metadata is { } metadata && Use(metadata, bench);
    }

    /// <summary>Forgets the key that was only tried.</summary>
    public static void Drop(Bench bench)
    {
        bench.Generic.EncryptsForSigningKey = false;
        bench.Generic.EncryptionCertificate = bench.Generic.SecondEncryptionCertificate = null;
        _ = bench.Generic.Discovered.Remove("second-encryption-key");
    }

    private static bool IsNamed(Bench bench) => bench.Settings.Target.ServiceProvider.ContainsKey(Field);
}
