using System.Text;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Metadata;
using Conformance.Saml.Names;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>What others send is read whole, and what is wrong with it is said.</summary>
public sealed class ReaderTests
{
    private const string Request = """
        <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
            ID="_1" Version="2.0" IssueInstant="2026-11-21T12:00:00Z" Destination="https://idp/sso" ForceAuthn="true"
            AssertionConsumerServiceURL="https://sp/acs" ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST">
          <saml:Issuer>https://sp</saml:Issuer>
          <samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress" AllowCreate="1"/>
          <samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>urn:c</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>
        </samlp:AuthnRequest>
        """;

    [Test]
    public void A_request_is_read_whole()
    {
        var (request, problems) = AuthnRequestReader.Read(Request);
        Assert.That(problems, Is.Empty);
        Assert.That(request.ID, Is.EqualTo("_1"));
        Assert.That(request.Issuer, Is.EqualTo("https://sp"));
        Assert.That(request.ForceAuthn, Is.True);
        Assert.That(request.IsPassive, Is.Null);
        Assert.That(request.NameIdPolicy, Is.EqualTo(new NameIdPolicy(NameIdFormats.EmailAddress, true)));
        Assert.That(request.RequestedAuthnContext!.ClassRefs.Single(), Is.EqualTo("urn:c"));
        Assert.That(request.Xml, Is.EqualTo(Request));
    }

    [TestCase("ID=\"_1\"", "ID=\"1\"", "no xs:ID")]
    [TestCase("ID=\"_1\"", "", "no xs:ID")]
    [TestCase("Version=\"2.0\"", "Version=\"1.1\"", "not '2.0'")]
    [TestCase("12:00:00Z", "12:00:00+01:00", "UTC")]
    [TestCase("2026-11-21T12:00:00Z", "now", "xs:dateTime")]
    [TestCase("<saml:Issuer>https://sp</saml:Issuer>", "", "no Issuer")]
    [TestCase("ForceAuthn=\"true\"", "ForceAuthn=\"true\" IsPassive=\"true\"", "both true")]
    [TestCase("ForceAuthn=\"true\"", "ForceAuthn=\"yes\"", "xs:boolean")]
    [TestCase("ForceAuthn=\"true\"", "AssertionConsumerServiceIndex=\"0\"", "stands beside")]
    [TestCase("minimum", "least", "not known")]
    [TestCase("samlp:AuthnRequest", "samlp:LogoutRequest", "not an AuthnRequest")]
    [TestCase("<samlp:AuthnRequest", "<!DOCTYPE a []><samlp:AuthnRequest", "not well-formed")]
    public void Each_fault_is_reported(string good, string bad, string sentence) => Assert.That(
        AuthnRequestReader.Read(Request.Replace(good, bad, StringComparison.Ordinal)).Problems,
        Has.Some.Property("Sentence").Contains(sentence));

    [Test]
    public void A_response_is_read_for_people()
    {
        var message = ResponseForge.Forge(Sample.Context(Sample.Draft(SignedParts.Both)));
        var response = ResponseReader.ReadPosted(message.SamlResponse);
        Assert.That(response.Problems, Is.Empty);
        Assert.That(response.StatusCodes.Single(), Is.EqualTo(StatusCodes.Success));
        Assert.That(response.Assertions[0].NameId!.Value, Is.EqualTo("mallory@example.test"));
        Assert.That(
            string.Join(' ', response.Assertions[0].Attributes.Select(own => own.Name)), Is.EqualTo("email displayName role"));
        Assert.That(
            string.Join(' ', response.Signatures.SelectMany(own => own.Covers)), Is.EqualTo("Response Response/Assertion"));
        Assert.That(ResponseReader.ReadPosted("%").Problems, Is.Not.Empty);
        Assert.That(ResponseReader.Read("<a").Problems, Is.Not.Empty);
    }

    [Test]
    public void Idp_metadata_is_valid_and_signed([Values] bool roleDescriptors)
    {
        Schema.Require();
        var certificate = Sample.IdpKey.CertificateBase64;
        var metadata = new IdpMetadata("https://idp.example.test/")
        {
            Id = "_metadata",
            Certificates = [new(certificate), new(Sample.EcKey.CertificateBase64, null)],
            SingleSignOnServices = [new(BindingUris.HttpRedirect, "https://idp/sso"), new(BindingUris.HttpPost, "https://idp/sso")],
            SingleLogoutServices = [new(BindingUris.HttpRedirect, "https://idp/slo")],
            NameIdFormats = [NameIdFormats.EmailAddress],
            WantAuthnRequestsSigned = false,
            ValidUntil = Sample.Clock.GetUtcNow().AddDays(1),
        };
        var xml = metadata.ToXml(Sample.IdpKey);
        var (code, error) = Schema.Validate(Encoding.UTF8.GetBytes(xml), "saml-schema-metadata-2.0.xsd");
        Assert.That(code, Is.Zero, error);
        SignatureTests.AssertPlatformVerifies(Encoding.UTF8.GetBytes(xml));
        var federated = (metadata with { RoleDescriptorCertificate = certificate }).ToXml();
        Assert.That(federated.Contains("fed:SecurityTokenServiceType", StringComparison.Ordinal) || !roleDescriptors, Is.True);
    }

    [Test]
    public void Sp_metadata_is_read_whole()
    {
        const string xml = """
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://sp" cacheDuration="PT1H">
              <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" WantAssertionsSigned="true">
                <md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate> AA
                  AA </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                <md:NameIDFormat>urn:f</md:NameIDFormat>
                <md:AssertionConsumerService Binding="urn:b" Location="https://sp/acs" index="0" isDefault="true"/>
              </md:SPSSODescriptor>
            </md:EntityDescriptor>
            """;
        var metadata = SpMetadata.Read(xml);
        Assert.That(metadata.Problems, Is.Empty);
        Assert.That(metadata.EntityId, Is.EqualTo("https://sp"));
        Assert.That(metadata.WantAssertionsSigned, Is.True);
        Assert.That(metadata.CacheDuration, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(metadata.Certificates.Single(), Is.EqualTo(new MetadataCertificate("AAAA", null)));
        Assert.That(metadata.AssertionConsumerServices[0], Is.EqualTo(new Endpoint("urn:b", "https://sp/acs", 0, true)));
        Assert.That(SpMetadata.Read(xml.Replace(" index=\"0\"", "", StringComparison.Ordinal)).Problems, Is.Not.Empty);
        Assert.That(SpMetadata.Read("<a/>").Problems, Is.Not.Empty);
        Assert.That(SpMetadata.Read("no xml").Problems, Is.Not.Empty);
    }
}
