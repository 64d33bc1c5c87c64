using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>What we sign, others verify; what we write, the schemas allow.</summary>
public sealed class SignatureTests
{
    private static readonly XmlStyle[] Styles =
    [
        new(),
        new() { AssertionPrefix = "", SignaturePrefix = "", AttributesBeforeAuthn = true, FractionDigits = 0 },
        new() { ProtocolPrefix = "", AssertionPrefix = "saml2", AttributeValueType = "xs:string", XmlDeclaration = true },
        new()
        {
            NamespacesOnRoot = true, Indented = true, ProtocolPrefix = "saml2p", AssertionPrefix = "saml2",
            AttributeNameFormat = AttributeNameFormats.Basic, AttributeValueType = "xs:string",
            ExtraNamespaces = new Dictionary<string, string> { ["unused"] = "urn:unused" },
        },
    ];

    private static readonly string[] Methods =
    [
        SignatureAlgorithms.RsaSha1, SignatureAlgorithms.RsaSha256, SignatureAlgorithms.RsaSha384,
        SignatureAlgorithms.RsaSha512, SignatureAlgorithms.EcdsaSha1, SignatureAlgorithms.EcdsaSha256, SignatureAlgorithms.EcdsaSha384, SignatureAlgorithms.EcdsaSha512,
        SignatureAlgorithms.RsaMd5,
    ];

    [Test]
    public void The_baseline_is_valid_and_xmlsec_verifies_it(
        [Range(0, 3)] int style, [Values(SignedParts.Response, SignedParts.Assertion, SignedParts.Both)] SignedParts parts)
    {
        Schema.Require();
        var message = ResponseForge.Forge(Sample.Context(Sample.Draft(parts, Styles[style])));
        var (code, error) = Schema.Validate(message.Xml);
        Assert.That(code, Is.Zero, error);
        AssertXmlsecVerifies(message.Xml, Sample.IdpKey);
    }

    [Test]
    public void Xmlsec_verifies_every_algorithm([ValueSource(nameof(Methods))] string method)
    {
        var key = method.Contains("ecdsa", StringComparison.Ordinal) ? Sample.EcKey : Sample.IdpKey;
        var draft = Sample.Draft(SignedParts.Both, key: key);
        draft = draft with
        {
            Signing = draft.Signing with { SignatureMethod = method, DigestMethod = DigestAlgorithms.Sha512 },
        };
        AssertXmlsecVerifies(ResponseForge.Forge(Sample.Context(draft)).Xml, key);
    }

    [Test]
    public void Both_verifiers_take_every_canonicalization(
        [Values(CanonicalizationAlgorithms.Exclusive, CanonicalizationAlgorithms.ExclusiveWithComments,
            CanonicalizationAlgorithms.Inclusive, CanonicalizationAlgorithms.InclusiveWithComments)] string method,
        [Range(0, 3)] int style, [Values(null, "xs #default unused")] string? prefixes)
    {
        var draft = Sample.Draft(SignedParts.Both, Styles[style]);
        var exclusive = method.StartsWith(CanonicalizationAlgorithms.Exclusive, StringComparison.Ordinal);
        draft = draft with
        {
            Signing = draft.Signing with
            {
                CanonicalizationMethod = method,
                InclusivePrefixes = exclusive ? prefixes : null,
            },
        };
        var xml = ResponseForge.Forge(Sample.Context(draft)).Xml;
        AssertPlatformVerifies(xml);
        AssertXmlsecVerifies(xml, Sample.IdpKey);
    }

    // The schema is that of XML Signature 1.0: it knows neither DEREncodedKeyValue nor the values of elliptic keys.
    private static IEnumerable<TestCaseData> KeyInfos() =>
        from form in Enum.GetValues<KeyInfoForm>()
        from curve in new[] { false, true }
        where form != KeyInfoForm.DerEncodedKeyValue && !(curve && form is KeyInfoForm.KeyValue or KeyInfoForm.KeyValueAndX509)
        select new TestCaseData(form, curve);

    [TestCaseSource(nameof(KeyInfos))]
    public void Every_key_info_is_valid(KeyInfoForm form, bool curve)
    {
        Schema.Require();
        var draft = Sample.Draft(SignedParts.Both, key: curve ? Sample.EcKey : Sample.IdpKey);
        draft = draft with { Signing = draft.Signing with { KeyInfo = form } };
        var (code, error) = Schema.Validate(ResponseForge.Forge(Sample.Context(draft)).Xml);
        Assert.That(code, Is.Zero, error);
    }

    [Test]
    public void The_same_seed_gives_the_same_bytes()
    {
        var draft = Sample.Draft(SignedParts.Both);
        var first = ResponseForge.Forge(Sample.Context(draft)).Xml;
        var second = ResponseForge.Forge(Sample.Context(draft)).Xml;
        Assert.That(second, Is.EqualTo(first));
    }

    internal static void AssertPlatformVerifies(byte[] xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(xml));
        document.Load(reader);
        var signatures = document.GetElementsByTagName("Signature", SamlNamespaces.XmlSignature).OfType<XmlElement>().ToList();
        Assert.That(signatures, Is.Not.Empty);
        foreach (var signature in signatures)
        {
            var signed = new IdAwareSignedXml((XmlElement)signature.ParentNode!);
            signed.LoadXml(signature);
            using var key = Sample.IdpKey.Certificate.GetRSAPublicKey();
            Assert.That(signed.CheckSignature(key!), Is.True);
        }
    }

    internal static void AssertXmlsecVerifies(byte[] xml, SigningKey key)
    {
        ExternalProgram.Require("xmlsec1");
        var message = TemporaryFiles.Write("message.xml", xml);
        var certificate = TemporaryFiles.Write("key.pem", Encoding.UTF8.GetBytes(key.CertificatePem));
        var paths = ResponseReader.Read(Encoding.UTF8.GetString(xml)).Signatures.Select(signature => signature.Path);
        foreach (var path in paths)
        {
            var xpath = "/" + string.Concat(path.Split('/').Select(name => $"/*[local-name()='{name}']"))[1..];
            var (code, _, error) = ExternalProgram.Run(
                "xmlsec1", "--verify", "--pubkey-cert-pem", certificate, "--enabled-key-data", "key-name",
                "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:assertion:Assertion",
                "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:protocol:Response",
                "--node-xpath", xpath, message);
            Assert.That(code, Is.Zero, $"{path}: {error}");
        }
    }

    private sealed class IdAwareSignedXml(XmlElement element) : SignedXml(element)
    {
        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            document?.SelectSingleNode($"//*[@ID='{idValue}']") as XmlElement;
    }
}
