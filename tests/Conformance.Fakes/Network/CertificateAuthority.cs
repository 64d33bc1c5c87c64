using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Fakes.Network;

/// <summary>The authority behind every TLS address of a run. It lives in memory only and nothing else on the machine trusts it.</summary>
/// <remarks>All server certificates share one key: a new host costs one signature, and one hash tells a browser what to trust.</remarks>
public sealed class CertificateAuthority : IDisposable
{
    private static readonly TimeSpan Backdated = TimeSpan.FromDays(1);
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<string, Lazy<X509Certificate2>> _certificates = new(StringComparer.Ordinal);
    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly TimeProvider _time;

    /// <summary>Makes a new authority, valid around the present of <paramref name="time"/>.</summary>
    public CertificateAuthority(TimeProvider time)
    {
        _time = time;
        Root = CreateRoot();
        SubjectPublicKeyInfoSha256 = Convert.ToBase64String(SHA256.HashData(_serverKey.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>The self-signed certificate that clients have to trust.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>The root in the form that other programs read from a file.</summary>
    public string RootPem => Root.ExportCertificatePem();

    /// <summary>The hash of the key in every server certificate, as <c>--ignore-certificate-errors-spki-list</c> wants it.</summary>
    public string SubjectPublicKeyInfoSha256 { get; }

    /// <summary>The certificate of a host name or IP address, made when first asked for. It belongs to the authority.</summary>
    public X509Certificate2 CertificateFor(string host)
    {
        var name = HostPort.NormalizeHost(host);
        return _certificates.GetOrAdd(name, key => new Lazy<X509Certificate2>(() => CreateServerCertificate(key))).Value;
    }

    /// <summary>How a client verifies a chain up to this root and to no other.</summary>
    public X509ChainPolicy CreateTrustPolicy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = _time.GetUtcNow().UtcDateTime,
        };
        policy.CustomTrustStore.Add(Root);
        return policy;
    }

    /// <summary>The answer of a certificate validation callback: issued by this authority, and for the name that was called.</summary>
    public bool Trusts(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        const SslPolicyErrors fatal =
            SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateNotAvailable;
        if (certificate is null || (errors & fatal) != SslPolicyErrors.None)
        {
            return false;
        }

        using var verified = new X509Chain { ChainPolicy = CreateTrustPolicy() };
        if (chain is not null)
        {
            verified.ChainPolicy.ExtraStore.AddRange(
                chain.ChainElements.Select(element => element.Certificate).ToArray());
        }

        return verified.Build(certificate);
    }

    /// <summary>Writes the root where another program, such as a service provider started by the suite, can read it.</summary>
    public Task WriteRootPemAsync(string path, CancellationToken cancellationToken = default) =>
        File.WriteAllTextAsync(path, RootPem, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var certificate in _certificates.Values.Where(lazy => lazy.IsValueCreated))
        {
            certificate.Value.Dispose();
        }

        Root.Dispose();
        _rootKey.Dispose();
        _serverKey.Dispose();
    }

    private X509Certificate2 CreateRoot()
    {
        // The name is new in each run, so that a browser which remembers an earlier root does not mistake one for the other.
        var run = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        var request = new CertificateRequest($"CN=Conformance suite {run}", _rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = _time.GetUtcNow();
        return request.CreateSelfSigned(now - Backdated, now + Lifetime);
    }

    private X509Certificate2 CreateServerCertificate(string host)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        // The subject stays short: a common name holds 64 characters, a host name 253. Clients read the alternative names.
        var request = new CertificateRequest("O=Conformance suite", _serverKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            Root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var bare = request.Create(Root, Root.NotBefore, Root.NotAfter, RandomNumberGenerator.GetBytes(16));
        return WithUsableKey(bare.CopyWithPrivateKey(_serverKey));
    }

    private static X509Certificate2 WithUsableKey(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        // Windows cannot use a key that exists in memory only for TLS.
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }
}
