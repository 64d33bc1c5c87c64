using System.Text;
using System.Xml;

namespace Conformance.ReferenceSp.Xml;

/// <summary>How elements are read here: by namespace and local name, never by prefix.</summary>
internal static class ElementReading
{
    public static bool Is(this XmlNode node, string localName, string namespaceUri) =>
        node is XmlElement && node.LocalName == localName && node.NamespaceURI == namespaceUri;

    public static IEnumerable<XmlElement> Elements(this XmlNode parent) => parent.ChildNodes.OfType<XmlElement>();

    public static IEnumerable<XmlElement> Elements(this XmlNode parent, string localName, string namespaceUri) =>
        parent.Elements().Where(child => child.Is(localName, namespaceUri));

    public static XmlElement? Element(this XmlNode parent, string localName, string namespaceUri) =>
        parent.Elements(localName, namespaceUri).FirstOrDefault();

    public static IEnumerable<XmlElement> SelfAndDescendants(this XmlElement element)
    {
        yield return element;
        foreach (var descendant in element.Descendants())
        {
            yield return descendant;
        }
    }

    public static IEnumerable<XmlElement> Descendants(this XmlNode top)
    {
        var node = top.FirstChild;
        while (node is not null)
        {
            if (node is XmlElement element)
            {
                yield return element;
            }

            var next = node.FirstChild ?? node.NextSibling;
            while (next is null && node.ParentNode is { } parent && parent != top)
            {
                node = parent;
                next = node.NextSibling;
            }

            node = next;
        }
    }

    /// <summary>An attribute without a namespace; null when absent.</summary>
    public static string? Value(this XmlElement element, string name) => element.GetAttributeNode(name, "")?.Value;

    /// <summary>All character data below, in order, as if comments had never been there.</summary>
    public static string Text(this XmlElement element)
    {
        if (element.FirstChild is XmlText { NextSibling: null } only)
        {
            return only.Value ?? "";
        }

        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    private static void Append(XmlNode node, StringBuilder text)
    {
        foreach (XmlNode child in node.ChildNodes)
        {
            if (child is XmlElement)
            {
                Append(child, text);
            }
            else if (child is XmlText or XmlCDataSection or XmlWhitespace or XmlSignificantWhitespace)
            {
                text.Append(child.Value);
            }
        }
    }
}
