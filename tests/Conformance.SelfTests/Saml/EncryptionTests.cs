using System.Text;
using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>What we encrypt, xmlsec decrypts.</summary>
public sealed class EncryptionTests
{
    [Test]
    public void Xmlsec_decrypts_every_content_method(
        [Values(EncryptionAlgorithms.Aes128Cbc, EncryptionAlgorithms.Aes192Cbc, EncryptionAlgorithms.Aes256Cbc,
            EncryptionAlgorithms.Aes128Gcm, EncryptionAlgorithms.Aes192Gcm, EncryptionAlgorithms.Aes256Gcm,
            EncryptionAlgorithms.TripleDesCbc)] string method) =>
        AssertDecrypts(new EncryptionPlan(Sample.SpKey.Certificate) { ContentMethod = method }, SignedParts.Both);

    [TestCase(EncryptionAlgorithms.Rsa15, null)]
    [TestCase(EncryptionAlgorithms.RsaOaepMgf1P, null)]
    [TestCase(EncryptionAlgorithms.RsaOaepMgf1P, DigestAlgorithms.Sha1)]
    public void Xmlsec_unwraps_the_key(string method, string? digest) => AssertDecrypts(
        new EncryptionPlan(Sample.SpKey.Certificate) { KeyTransportMethod = method, OaepDigest = digest },
        SignedParts.Assertion);

    [TestCase(EncryptionAlgorithms.RsaOaepMgf1P, DigestAlgorithms.Sha256, null, "sha256", "sha1")]
    [TestCase(EncryptionAlgorithms.RsaOaep, DigestAlgorithms.Sha256, EncryptionAlgorithms.Mgf1Sha256, "sha256", "sha256")]
    [TestCase(EncryptionAlgorithms.RsaOaep, DigestAlgorithms.Sha256, null, "sha256", "sha1")]
    [TestCase(EncryptionAlgorithms.RsaOaep, DigestAlgorithms.Sha512, EncryptionAlgorithms.Mgf1Sha384, "sha512", "sha384")]
    public void Openssl_unwraps_the_key(string method, string digest, string? mgf, string label, string mask)
    {
        ExternalProgram.Require("openssl");
        var message = Forge(
            new EncryptionPlan(Sample.SpKey.Certificate)
            {
                KeyTransportMethod = method,
                OaepDigest = digest,
                Mgf = mgf,
            },
            SignedParts.Assertion);
        var document = new XmlDocument();
        document.LoadXml(Encoding.UTF8.GetString(message.Xml));
        var wrapped = document.SelectSingleNode("//*[local-name()='EncryptedKey']//*[local-name()='CipherValue']")!;
        var (code, _, error) = ExternalProgram.Run(
            "openssl", "pkeyutl", "-decrypt", "-inkey", SpKeyFile(),
            "-in", TemporaryFiles.Write("key.bin", Convert.FromBase64String(wrapped.InnerText)),
            "-pkeyopt", "rsa_padding_mode:oaep", "-pkeyopt", $"rsa_oaep_md:{label}", "-pkeyopt", $"rsa_mgf1_md:{mask}");
        Assert.That(code, Is.Zero, error);
    }

    [Test]
    public void Every_placement_order_and_part_is_valid_and_decrypts(
        [Values] EncryptedKeyPlacement placement, [Values] EncryptionOrder order, [Range(1, 6)] int parts)
    {
        Schema.Require();
        var plan = new EncryptionPlan(Sample.SpKey.Certificate)
        {
            EncryptedKeyPlacement = placement,
            Order = order,
            Parts = (EncryptedParts)parts,
            NameCertificate = true,
        };
        var message = Forge(plan, SignedParts.Both);
        var (code, error) = Schema.Validate(message.Xml);
        Assert.That(code, Is.Zero, error);
        Assert.That(message.Potency.IsPotent, Is.True, message.Potency.ToString());
        if (plan.Parts == EncryptedParts.Assertion && placement != EncryptedKeyPlacement.Sibling)
        {
            AssertDecrypts(plan, SignedParts.Both);
        }
    }

    [Test]
    public void The_same_seed_gives_the_same_ciphertext()
    {
        var plan = new EncryptionPlan(Sample.SpKey.Certificate);
        var first = Forge(plan, SignedParts.Both).Xml;
        Assert.That(Forge(plan, SignedParts.Both).Xml, Is.EqualTo(first));
    }

    private static ForgedResponse Forge(EncryptionPlan plan, SignedParts parts) =>
        ResponseForge.Forge(Sample.Context(Sample.Draft(parts) with { Encryption = plan }));

    private static string SpKeyFile() => TemporaryFiles.Write(
        "sp.pem", Encoding.UTF8.GetBytes(Sample.SpKey.Rsa!.ExportPkcs8PrivateKeyPem()));

    private static void AssertDecrypts(EncryptionPlan plan, SignedParts parts)
    {
        ExternalProgram.Require("xmlsec1");
        var message = Forge(plan, parts);
        Assert.That(Encoding.UTF8.GetString(message.Xml), Does.Not.Contain("mallory"));
        var path = TemporaryFiles.Write("message.xml", message.Xml);
        var (code, output, error) = ExternalProgram.Run(
            "xmlsec1", "--decrypt", "--privkey-pem", SpKeyFile(),
            "--id-attr:Id", "http://www.w3.org/2001/04/xmlenc#:EncryptedKey",
            "--id-attr:Id", "http://www.w3.org/2001/04/xmlenc#:EncryptedData", path);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("mallory@example.test"));
    }
}
