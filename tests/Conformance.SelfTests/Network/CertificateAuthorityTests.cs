using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Fakes.Network;
using NUnit.Framework;

namespace Conformance.SelfTests.Network;

[CancelAfter(30_000)]
internal sealed class CertificateAuthorityTests
{
    [TestCase("dialpad.com")]
    [TestCase("127.0.0.1")]
    [TestCase("A.Very.Long.Name.That.Does.Not.Fit.Into.The.Sixty-Four.Characters.Of.A.Common.Name.example")]
    public void Certifies_a_name_under_its_root(string host)
    {
        using var authority = new CertificateAuthority(TimeProvider.System);

        var certificate = authority.CertificateFor(host);

        Assert.That(certificate.MatchesHostname(host), Is.True);
        Assert.That(certificate.HasPrivateKey, Is.True);
        Assert.That(authority.CertificateFor(host.ToUpperInvariant()), Is.SameAs(certificate));
        Assert.That(authority.Trusts(certificate, null, SslPolicyErrors.RemoteCertificateChainErrors), Is.True);
    }

    [Test]
    public void Publishes_the_hash_of_the_key_that_all_servers_share()
    {
        using var authority = new CertificateAuthority(TimeProvider.System);

        string[] hosts = ["dialpad.com", "sso.jumpcloud.com"];
        var hashes = hosts
            .Select(host => SHA256.HashData(authority.CertificateFor(host).PublicKey.ExportSubjectPublicKeyInfo()))
            .Select(Convert.ToBase64String);

        Assert.That(hashes, Is.All.EqualTo(authority.SubjectPublicKeyInfoSha256));
    }

    [Test]
    public void Distrusts_another_authority_and_another_name()
    {
        using var authority = new CertificateAuthority(TimeProvider.System);
        using var stranger = new CertificateAuthority(TimeProvider.System);

        Assert.That(
            authority.Trusts(stranger.CertificateFor("dialpad.com"), null, SslPolicyErrors.RemoteCertificateChainErrors), Is.False);
        Assert.That(
            authority.Trusts(authority.CertificateFor("dialpad.com"), null, SslPolicyErrors.RemoteCertificateNameMismatch), Is.False);
    }

    [Test]
    public async Task Writes_its_root_for_other_programs()
    {
        using var authority = new CertificateAuthority(TimeProvider.System);
        var path = Path.GetTempFileName();
        try
        {
            await authority.WriteRootPemAsync(path);

            using var read = X509CertificateLoader.LoadCertificateFromFile(path);
            Assert.That(read, Is.EqualTo(authority.Root));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public async Task Serves_the_certificate_of_the_name_that_the_client_sends()
    {
        await using var bench = await LoopbackBench.StartAsync();

        foreach (var host in new[] { "dialpad.com", "login.microsoftonline.com", "sso.jumpcloud.com" })
        {
            using var client = await RawClient.ConnectAsync(bench.Stub.TlsPort);
            await using var tls = new SslStream(client.Stream);
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = host,
                CertificateChainPolicy = bench.Authority.CreateTrustPolicy(),
            });

            Assert.That(tls.RemoteCertificate, Is.EqualTo(bench.Authority.CertificateFor(host)));
        }
    }

    [Test]
    public async Task Is_trusted_by_nobody_else()
    {
        await using var bench = await LoopbackBench.StartAsync();
        using var client = await RawClient.ConnectAsync(bench.Stub.TlsPort);
        await using var tls = new SslStream(client.Stream);

        await Assert.ThatAsync(() => tls.AuthenticateAsClientAsync("dialpad.com"), Throws.InstanceOf<AuthenticationException>());
    }
}
