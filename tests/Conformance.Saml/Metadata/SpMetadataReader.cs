using System.Globalization;
using System.Xml;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Saml.Metadata;

/// <summary>Reads what a service provider publishes and gathers what is wrong with it.</summary>
internal static class SpMetadataReader
{
    private const string Md = SamlNamespaces.Metadata;

    public static SpMetadata Read(string xml)
    {
        var problems = new List<MessageProblem>();
        if (UntrustedXml.TryRead(xml, problems, "saml-metadata/2.3") is not { } root)
        {
            return new SpMetadata { Xml = xml, Problems = problems };
        }

        if (root.LocalName == "EntitiesDescriptor")
        {
            root = root.GetElementsByTagName("EntityDescriptor", Md).OfType<XmlElement>()
                .FirstOrDefault(candidate => Sp(candidate) is not null) ?? root;
        }

        var sp = root.LocalName == "EntityDescriptor" && root.NamespaceURI == Md ? Sp(root) : null;
        if (sp is null)
        {
            problems.Add(new("saml-metadata/2.4.4", "The document has no EntityDescriptor with an SPSSODescriptor."));
            return new SpMetadata { Xml = xml, Problems = problems };
        }

        var metadata = ReadDescriptor(root, sp, xml);
        Judge(metadata, root, sp, problems);
        return metadata with { Problems = problems };
    }

    private static XmlElement? Sp(XmlElement entity) => Children(entity, "SPSSODescriptor").FirstOrDefault();

    private static IEnumerable<XmlElement> Children(XmlElement parent, string name) => parent.ChildNodes
        .OfType<XmlElement>().Where(child => child.LocalName == name && child.NamespaceURI == Md);

    private static SpMetadata ReadDescriptor(XmlElement entity, XmlElement sp, string xml) => new()
    {
        Xml = xml,
        EntityId = UntrustedXml.Attribute(entity, "entityID"),
        AssertionConsumerServices = [.. Children(sp, "AssertionConsumerService").Select(ReadEndpoint)],
        SingleLogoutServices = [.. Children(sp, "SingleLogoutService").Select(ReadEndpoint)],
        Certificates = [.. Children(sp, "KeyDescriptor").SelectMany(ReadKey)],
        AuthnRequestsSigned = UntrustedXml.Boolean(sp, "AuthnRequestsSigned"),
        WantAssertionsSigned = UntrustedXml.Boolean(sp, "WantAssertionsSigned"),
        NameIdFormats = [.. Children(sp, "NameIDFormat").Select(format => format.InnerText.Trim())],
        ValidUntil = UntrustedXml.Time(entity, "validUntil") ?? UntrustedXml.Time(sp, "validUntil"),
        CacheDuration = UntrustedXml.Duration(entity, "cacheDuration") ?? UntrustedXml.Duration(sp, "cacheDuration"),
        HasSignature = entity.ChildNodes.OfType<XmlElement>()
            .Any(child => child is { LocalName: "Signature", NamespaceURI: SamlNamespaces.XmlSignature }),
    };

    private static Endpoint ReadEndpoint(XmlElement element) => new(
        element.GetAttribute("Binding"),
        element.GetAttribute("Location"),
        int.TryParse(element.GetAttribute("index"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null,
        UntrustedXml.Boolean(element, "isDefault"))
    {
        ResponseLocation = UntrustedXml.Attribute(element, "ResponseLocation"),
    };

    private static IEnumerable<MetadataCertificate> ReadKey(XmlElement key) => key
        .GetElementsByTagName("X509Certificate", SamlNamespaces.XmlSignature).OfType<XmlElement>()
        .Select(certificate => new MetadataCertificate(
            string.Concat(certificate.InnerText.Where(character => !char.IsWhiteSpace(character))),
            UntrustedXml.Attribute(key, "use")));

    private static void Judge(
        SpMetadata metadata, XmlElement entity, XmlElement sp, List<MessageProblem> problems)
    {
        void Require(bool holds, string clause, string sentence)
        {
            if (!holds)
            {
                problems.Add(new MessageProblem(clause, sentence));
            }
        }

        Require(metadata.EntityId is { Length: > 0 and <= 1024 }, "saml-metadata/2.3.2",
            "The entityID is missing or longer than 1024 characters.");
        Require(Children(entity, "SPSSODescriptor").Count() == 1, "saml-metadata/2.4.4",
            "There is more than one SPSSODescriptor.");
        Require(sp.GetAttribute("protocolSupportEnumeration").Split(' ').Contains(SamlNamespaces.Protocol),
            "saml-metadata/2.4.1", "protocolSupportEnumeration does not name the SAML 2.0 protocol.");
        Require(metadata.AssertionConsumerServices.Count > 0, "saml-metadata/2.4.4",
            "There is no AssertionConsumerService.");
        Require(metadata.AssertionConsumerServices.All(service => service.Index is not null), "saml-metadata/2.2.3",
            "An AssertionConsumerService has no index.");
        Require(metadata.AssertionConsumerServices.DistinctBy(service => service.Index).Count()
            == metadata.AssertionConsumerServices.Count, "saml-metadata/2.4.4",
            "Two AssertionConsumerServices have the same index.");
        foreach (var service in metadata.AssertionConsumerServices.Concat(metadata.SingleLogoutServices))
        {
            Require(service.Binding.Length > 0 && Uri.IsWellFormedUriString(service.Location, UriKind.Absolute),
                "saml-metadata/2.2.2", $"The endpoint '{service.Location}' has no Binding or is no absolute URI.");
        }
    }
}
