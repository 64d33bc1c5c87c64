using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Forging;

/// <summary>Building and finding nodes, with every namespace declaration an attribute of its own.</summary>
internal static class Dom
{
    /// <summary>A new element, not yet placed; <see cref="Declare"/> it once it stands somewhere.</summary>
    public static XmlElement Create(XmlDocument document, string prefix, string name, string ns) =>
        document.CreateElement(prefix, name, ns);

    /// <summary>Appends an element and declares its prefix there unless it is in scope already.</summary>
    public static XmlElement Append(XmlNode parent, string prefix, string name, string ns, string? text = null)
    {
        var document = parent as XmlDocument ?? parent.OwnerDocument!;
        var element = document.CreateElement(prefix, name, ns);
        parent.AppendChild(element);
        Declare(element, prefix, ns);
        if (text is not null)
        {
            element.AppendChild(document.CreateTextNode(text));
        }
        else
        {
            element.IsEmpty = true;
        }

        return element;
    }

    /// <summary>Declares a prefix on an element unless it already means that there.</summary>
    public static void Declare(XmlElement element, string prefix, string ns)
    {
        if (!string.Equals(InScope(element, prefix), ns, StringComparison.Ordinal))
        {
            SetNamespace(element, prefix, ns);
        }
    }

    /// <summary>Writes a namespace declaration, needed or not.</summary>
    public static void SetNamespace(XmlElement element, string prefix, string ns)
    {
        var name = prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix;
        var attribute = element.OwnerDocument.CreateAttribute(name, SamlNamespaces.Xmlns);
        attribute.Value = ns;
        element.SetAttributeNode(attribute);
    }

    /// <summary>What a prefix means at an element by the declarations that are written there and above.</summary>
    public static string? InScope(XmlNode? node, string prefix)
    {
        if (prefix == "xml")
        {
            return SamlNamespaces.Xml;
        }

        for (; node is XmlElement element; node = node.ParentNode)
        {
            foreach (XmlAttribute attribute in element.Attributes)
            {
                if (IsDeclaration(attribute) && DeclaredPrefix(attribute) == prefix)
                {
                    return attribute.Value;
                }
            }
        }

        return prefix.Length == 0 ? "" : null;
    }

    public static bool IsDeclaration(XmlAttribute attribute) =>
        attribute.Prefix == "xmlns" || (attribute.Prefix.Length == 0 && attribute.LocalName == "xmlns");

    public static string DeclaredPrefix(XmlAttribute attribute) =>
        attribute.Prefix.Length == 0 ? "" : attribute.LocalName;

    /// <summary>A copy with everything below that keeps its meaning wherever it is put.</summary>
    public static XmlElement Clone(XmlElement original)
    {
        var copy = (XmlElement)original.CloneNode(true);
        DeclareInherited(original, copy);
        return copy;
    }

    /// <summary>Takes an element out, its inherited namespace declarations written on it.</summary>
    public static XmlElement Detach(XmlElement element)
    {
        DeclareInherited(element, element);
        element.ParentNode!.RemoveChild(element);
        return element;
    }

    /// <summary>Elements below, in document order, the given one first.</summary>
    public static IEnumerable<XmlElement> Descendants(XmlNode node)
    {
        if (node is XmlElement self)
        {
            yield return self;
        }

        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is not XmlElement)
            {
                continue;
            }

            foreach (var below in Descendants(child))
            {
                yield return below;
            }
        }
    }

    public static IEnumerable<XmlElement> Children(XmlNode node) => node.ChildNodes.OfType<XmlElement>();

    public static XmlElement? Child(XmlNode node, string name, string ns) =>
        Children(node).FirstOrDefault(child => child.LocalName == name && child.NamespaceURI == ns);

    public static XmlElement? Signature(XmlElement signed) =>
        Child(signed, "Signature", SamlNamespaces.XmlSignature);

    /// <summary>Only declarations that the copy uses somewhere, so that nothing changes its exclusive form.</summary>
    private static void DeclareInherited(XmlElement original, XmlElement copy)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in Descendants(copy))
        {
            wanted.Add(element.Prefix);
            foreach (XmlAttribute attribute in element.Attributes)
            {
                if (IsDeclaration(attribute))
                {
                    continue;
                }

                if (attribute.Prefix.Length > 0)
                {
                    wanted.Add(attribute.Prefix);
                }

                var colon = attribute.Value.IndexOf(':', StringComparison.Ordinal);
                if (attribute is { LocalName: "type", NamespaceURI: SamlNamespaces.XmlSchemaInstance } && colon > 0)
                {
                    wanted.Add(attribute.Value[..colon]);
                }
            }
        }

        foreach (var prefix in wanted)
        {
            var ns = InScope(original, prefix);
            var declared = copy.Attributes.Cast<XmlAttribute>()
                .Any(attribute => IsDeclaration(attribute) && DeclaredPrefix(attribute) == prefix);
            if (!declared && ns is not null && prefix != "xml")
            {
                SetNamespace(copy, prefix, ns);
            }
        }
    }
}
