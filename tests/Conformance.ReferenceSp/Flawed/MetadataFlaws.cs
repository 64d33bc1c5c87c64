using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>What goes wrong with the metadata.</summary>
internal static class MetadataFlaws
{
    private static readonly XNamespace M = XmlNames.Metadata;
    private static readonly XNamespace S = XmlNames.Signature;

    public static IReadOnlyList<Flaw> All { get; } =
    [
        Shaping("speaks-saml-1", "Says in its metadata that it speaks SAML 1.1.", ["MD-02"],
            entity => Role(entity).SetAttributeValue("protocolSupportEnumeration", "urn:oasis:names:tc:SAML:1.1:protocol")),
        Shaping("serves-page-as-metadata", "Serves a page in the place of its metadata, as where one has to sign in to see it.", ["MD-01"], entity =>
        {
            entity.Name = "html";
            entity.RemoveAttributes();
            entity.ReplaceNodes(new XElement("body", "Please sign in."));
        }),
        Shaping("repeats-acs-index", "Gives two AssertionConsumerServices the same index.", ["MD-04"], entity => Service(entity).AddAfterSelf(new XElement(Service(entity)))),
        Shaping("offers-artifact-only", "Offers its AssertionConsumerService by HTTP-Artifact alone.", ["MD-03"],
            entity => Service(entity).SetAttributeValue("Binding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact")),
        Shaping("offers-redirect", "Offers its AssertionConsumerService by HTTP-Redirect too.", ["MD-05"],
            entity => Service(entity).AddAfterSelf(new XElement(
                M + "AssertionConsumerService", new XAttribute("Binding", XmlNames.RedirectBinding), new XAttribute("Location", "https://sp.example/saml/acs"), new XAttribute("index", 7)))),
        Shaping("lists-plain-address", "Lists a service without TLS.", ["MD-04"],
            entity => Service(entity).AddAfterSelf(new XElement(
                M + "AssertionConsumerService", new XAttribute("Binding", XmlNames.PostBinding), new XAttribute("Location", "http://sp.example/saml/acs"), new XAttribute("index", 8)))),
        Shaping("hides-signing-key", "Signs its messages with a key that the metadata does not show.", ["MD-06"], entity => Keys(entity, "signing").Remove()),
        Shaping("hides-encryption-key", "Opens encrypted assertions, and shows nobody the key for it.", ["MD-06"], entity => Keys(entity, "encryption").Remove()),
        Shaping("calls-encryption-key-signing", "Shows the key for encrypted assertions as one for signatures, as products do that have a single key.", ["MD-06"], entity =>
        {
            Keys(entity, "signing").Remove();
            foreach (var key in Keys(entity, "encryption").ToList())
            {
                key.SetAttributeValue("use", "signing");
            }
        }),
        Shaping("shows-short-key", "Shows a key of 1024 bits.", ["MD-07"], entity => Role(entity).AddFirst(ShortKey())),
        Shaping("claims-signed-requests", "Says AuthnRequestsSigned and signs none.", ["MD-08"], entity => Role(entity).SetAttributeValue("AuthnRequestsSigned", "true")),
        Shaping("claims-signed-assertions", "Says WantAssertionsSigned and takes them unsigned in a signed Response.", ["MD-08"],
            entity => Role(entity).SetAttributeValue("WantAssertionsSigned", "true")),
        new("lists-format-it-refuses", "Lists persistent NameIDs and takes none.", ["MD-09"], RefusePersistent),
        Shaping("serves-stale-metadata", "Serves metadata whose validUntil has passed.", ["MD-11"], entity => entity.SetAttributeValue("validUntil", "2020-01-01T00:00:00Z")),
        Shaping("refers-elsewhere", "Signs in its metadata another element than the one that holds the signature.", ["MD-12"],
            entity => entity.AddFirst(new XElement(
                S + "Signature",
                new XElement(S + "SignedInfo", new XElement(S + "Reference", new XAttribute("URI", "#somewhere"))),
                new XElement(S + "SignatureValue", "AAAA")))),
        Shaping("names-no-contact", "Names nobody to call.", ["MD-13"], entity => entity.Element(M + "ContactPerson")?.Remove()),
        Shaping("asks-twice", "Asks for the same attribute twice.", ["MD-14"],
            entity => Role(entity).Add(new XElement(
                M + "AttributeConsumingService",
                new XAttribute("index", 0),
                new XElement(M + "ServiceName", new XAttribute(XNamespace.Xml + "lang", "en"), "Example"),
                new XElement(M + "RequestedAttribute", new XAttribute("Name", "email")),
                new XElement(M + "RequestedAttribute", new XAttribute("Name", "email"))))),
        RequestFlaws.Front("serves-metadata-as-text", "Serves its metadata as text/xml.", ["MD-15"], front => front with { MetadataType = "text/xml" }),
        Shaping("changes-metadata", "Lists its endpoints at another address every time.", ["MD-15"],
            entity => Role(entity).Add(new XElement(
                M + "AssertionConsumerService",
                new XAttribute("Binding", XmlNames.PostBinding),
                new XAttribute("Location", $"https://sp.example/saml/acs?{RandomNumberGenerator.GetHexString(8)}"),
                new XAttribute("index", 9)))),
        Shaping("shows-private-key", "Puts the private key into the metadata, beside the certificate.", ["MD-15"],
            entity => Role(entity).AddFirst(new XComment("-----BEGIN PRIVATE KEY----- MIIB -----END PRIVATE KEY-----"))),
        Shaping("drifts-from-metadata", "Writes the port into the ACS of its metadata and not into that of its requests.", ["MD-16", "AR-10"],
            entity => Service(entity).SetAttributeValue("Location", "https://sp.example:443/saml/acs")),
    ];

    private static Flaw Shaping(string name, string story, IReadOnlyList<string> meantFor, Action<XElement> shape) =>
        RequestFlaws.Front(name, story, meantFor, front => front with { ShapeMetadata = shape });

    private static Blueprint RefusePersistent(Blueprint blueprint)
    {
        var refusing = blueprint.Replacing("account-name", attempt => attempt.NameIdFormat?.EndsWith(":persistent", StringComparison.Ordinal) == true
            ? "A persistent NameID is not accepted."
            : Checks.AccountChecks.AccountIsNamed(attempt));
        void List(XElement entity) => Service(entity).AddBeforeSelf(new XElement(M + "NameIDFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"));

        return refusing with { Front = blueprint.Front with { ShapeMetadata = List } };
    }

    private static XElement Role(XElement entity) => entity.Element(M + "SPSSODescriptor")!;

    private static XElement Service(XElement entity) => Role(entity).Element(M + "AssertionConsumerService")!;

    private static IEnumerable<XElement> Keys(XElement entity, string use) =>
        Role(entity).Elements(M + "KeyDescriptor").Where(key => key.Attribute("use")?.Value == use);

    private static XElement ShortKey()
    {
        using var rsa = RSA.Create(1024);
        var request = new CertificateRequest("CN=short", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return new XElement(
            M + "KeyDescriptor",
            new XAttribute("use", "signing"),
            new XElement(S + "KeyInfo", new XElement(S + "X509Data", new XElement(S + "X509Certificate", Convert.ToBase64String(certificate.RawData)))));
    }
}
