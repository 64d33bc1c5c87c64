using System.Xml;
using System.Xml.Linq;
using Conformance.Saml.Names;

namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>The little that has to be known of a message before it is read whole.</summary>
internal static class SamlRoot
{
    /// <summary>The local name of the root in SAML's protocol namespace; null for anything else.</summary>
    public static string? Name(string xml) =>
        Read(xml) is { } root && root.Name.NamespaceName == SamlNamespaces.Protocol ? root.Name.LocalName : null;

    public static string? Issuer(string xml) => Read(xml)?.Element(XName.Get("Issuer", SamlNamespaces.Assertion))?.Value;

    /// <summary>Whether the root has a child element of SAML's protocol namespace.</summary>
    public static bool HasChild(string xml, string name) => Read(xml)?.Element(XName.Get(name, SamlNamespaces.Protocol)) is not null;

    private static XElement? Read(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
