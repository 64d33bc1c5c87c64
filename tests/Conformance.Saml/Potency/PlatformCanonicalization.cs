using System.Security.Cryptography.Xml;
using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Potency;

/// <summary>The platform's own canonicalization, of a subtree that is first made a document of its own.</summary>
internal static class PlatformCanonicalization
{
    /// <summary>Null when the method is not one of the four.</summary>
    public static byte[]? Canonicalize(
        XmlElement element, string method, string? prefixes, XmlElement? leftOut, bool withoutComments = false)
    {
        Transform? transform = method switch
        {
            CanonicalizationAlgorithms.Exclusive => new XmlDsigExcC14NTransform(false, prefixes),
            CanonicalizationAlgorithms.ExclusiveWithComments =>
                new XmlDsigExcC14NTransform(!withoutComments, prefixes),
            CanonicalizationAlgorithms.Inclusive => new XmlDsigC14NTransform(),
            CanonicalizationAlgorithms.InclusiveWithComments => new XmlDsigC14NTransform(!withoutComments),
            _ => null,
        };
        if (transform is null)
        {
            return null;
        }

        transform.LoadInput(Alone(element, leftOut, keepXmlAttributes: transform is XmlDsigC14NTransform));
        using var output = (Stream)transform.GetOutput(typeof(Stream));
        using var bytes = new MemoryStream();
        output.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static XmlDocument Alone(XmlElement element, XmlElement? leftOut, bool keepXmlAttributes)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var copy = (XmlElement)document.AppendChild(document.ImportNode(element, true))!;
        if (leftOut is not null && Find(element, leftOut, copy) is { } twin)
        {
            twin.ParentNode!.RemoveChild(twin);
        }

        for (var above = element.ParentNode as XmlElement; above is not null; above = above.ParentNode as XmlElement)
        {
            foreach (XmlAttribute inherited in above.Attributes)
            {
                var isWanted = inherited.NamespaceURI == SamlNamespaces.Xmlns
                    || (keepXmlAttributes && inherited.NamespaceURI == SamlNamespaces.Xml);
                if (isWanted && copy.GetAttributeNode(inherited.Name) is null)
                {
                    copy.SetAttributeNode((XmlAttribute)document.ImportNode(inherited, true));
                }
            }
        }

        return document;
    }

    /// <summary>The node of the copy that stands where another stands in the original; null when it is elsewhere.</summary>
    private static XmlNode? Find(XmlNode original, XmlNode wanted, XmlNode copy)
    {
        if (ReferenceEquals(original, wanted))
        {
            return copy;
        }

        var twin = copy.FirstChild;
        for (var child = original.FirstChild; child is not null; child = child.NextSibling, twin = twin!.NextSibling)
        {
            if (Find(child, wanted, twin!) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
