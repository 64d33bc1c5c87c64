using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;

namespace Conformance.Saml.Tamperings.Edits;

/// <summary>The prefixes that scenarios may use, whatever prefixes the message itself uses.</summary>
internal static class KnownPrefixes
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["samlp"] = SamlNamespaces.Protocol,
        ["saml"] = SamlNamespaces.Assertion,
        ["ds"] = SamlNamespaces.XmlSignature,
        ["dsig11"] = SamlNamespaces.XmlSignature11,
        ["xenc"] = SamlNamespaces.XmlEncryption,
        ["xenc11"] = SamlNamespaces.XmlEncryption11,
        ["ec"] = SamlNamespaces.ExclusiveC14N,
        ["md"] = SamlNamespaces.Metadata,
        ["xs"] = SamlNamespaces.XmlSchema,
        ["xsi"] = SamlNamespaces.XmlSchemaInstance,
        ["xml"] = SamlNamespaces.Xml,
    };

    public static string Namespace(string prefix) => Known.GetValueOrDefault(prefix)
        ?? throw new TamperingException($"the prefix '{prefix}' is not known"
            + NearestWord.Suggest(prefix, Known.Keys));

    public static (string Prefix, string Name) Split(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", name) : (name[..colon], name[(colon + 1)..]);
    }

    /// <summary>Reads a piece of XML into nodes of a document; declarations are written where they are needed.</summary>
    public static IReadOnlyList<XmlNode> Parse(string xml, XmlDocument document)
    {
        var declarations = string.Concat(Known.Where(entry => entry.Key != "xml")
            .Select(entry => $" xmlns:{entry.Key}=\"{entry.Value}\""));
        try
        {
            var wrapper = ExactXml.Read($"<wrapper{declarations}>{xml}</wrapper>").DocumentElement!;
            return [.. wrapper.ChildNodes.Cast<XmlNode>().Select(node => document.ImportNode(node, true))];
        }
        catch (XmlException error)
        {
            throw new TamperingException($"this is not well-formed XML: {xml} ({error.Message})", error);
        }
    }

    /// <summary>Declares every prefix that a new piece of the message uses and that is not in scope there.</summary>
    public static void Declare(XmlNode node)
    {
        if (node is not XmlElement root)
        {
            return;
        }

        foreach (var element in Dom.Descendants(root))
        {
            Dom.Declare(element, element.Prefix, element.NamespaceURI);
            foreach (var attribute in element.Attributes.Cast<XmlAttribute>().ToList())
            {
                if (attribute.Prefix.Length > 0 && !Dom.IsDeclaration(attribute))
                {
                    Dom.Declare(element, attribute.Prefix, attribute.NamespaceURI);
                }

                if (attribute is { LocalName: "type", NamespaceURI: SamlNamespaces.XmlSchemaInstance }
                    && Split(attribute.Value).Prefix is { Length: > 0 } prefix && Known.TryGetValue(prefix, out var ns))
                {
                    Dom.Declare(element, prefix, ns);
                }
            }
        }
    }
}
