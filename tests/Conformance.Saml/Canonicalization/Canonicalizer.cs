using System.Text;
using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Canonicalization;

/// <summary>
/// Canonical XML 1.0, inclusive and exclusive, of a subtree where it stands. Only declarations that are written as
/// attributes count, so the result is that of writing the document and reading it again.
/// </summary>
/// <param name="exclusive">Exclusive, or inclusive.</param>
/// <param name="withComments">Whether comments stay.</param>
/// <param name="inclusivePrefixes">PrefixList of InclusiveNamespaces, only for the exclusive form.</param>
internal sealed class Canonicalizer(bool exclusive, bool withComments, string? inclusivePrefixes = null)
{
    private readonly HashSet<string> _listed =
        [.. (inclusivePrefixes ?? "").Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(prefix => prefix == "#default" ? "" : prefix)];

    /// <summary>The canonicalizer that a method's URI names; null when there is none.</summary>
    public static Canonicalizer? Find(string uri, string? inclusivePrefixes = null) => uri switch
    {
        CanonicalizationAlgorithms.Exclusive => new(true, false, inclusivePrefixes),
        CanonicalizationAlgorithms.ExclusiveWithComments => new(true, true, inclusivePrefixes),
        CanonicalizationAlgorithms.Inclusive => new(false, false),
        CanonicalizationAlgorithms.InclusiveWithComments => new(false, true),
        _ => null,
    };

    /// <summary>The canonical bytes of a document or an element, one node below left out if asked.</summary>
    public byte[] Canonicalize(XmlNode node, XmlNode? without = null)
    {
        var text = new StringBuilder(4096);
        var scope = new NamespaceScope();
        if (node is XmlElement apex)
        {
            scope.EnterAncestors(apex);
            WriteElement(apex, without, text, scope, isApex: true);
        }
        else
        {
            WriteDocument(node, without, text, scope);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void WriteDocument(XmlNode document, XmlNode? without, StringBuilder text, NamespaceScope scope)
    {
        var afterRoot = false;
        foreach (XmlNode child in document.ChildNodes)
        {
            if (child is XmlElement root)
            {
                WriteElement(root, without, text, scope, isApex: true);
                afterRoot = true;
            }
            else if (child is XmlProcessingInstruction || (child is XmlComment && withComments))
            {
                text.Append(afterRoot ? "\n" : "");
                Write(child, without, text, scope);
                text.Append(afterRoot ? "" : "\n");
            }
        }
    }

    private void Write(XmlNode node, XmlNode? without, StringBuilder text, NamespaceScope scope)
    {
        switch (node)
        {
            case var excluded when ReferenceEquals(excluded, without):
                break;
            case XmlElement element:
                WriteElement(element, without, text, scope, isApex: false);
                break;
            case XmlComment comment:
                if (withComments)
                {
                    text.Append("<!--").Append(comment.Data).Append("-->");
                }

                break;
            case XmlProcessingInstruction instruction:
                text.Append("<?").Append(instruction.Target);
                text.Append(instruction.Data.Length > 0 ? " " : "").Append(instruction.Data).Append("?>");
                break;
            case XmlEntityReference:
                WriteChildren(node, without, text, scope);
                break;
            case XmlCharacterData data:
                CanonicalText.Escape(data.Data, text, inAttribute: false);
                break;
        }
    }

    private void WriteChildren(XmlNode node, XmlNode? without, StringBuilder text, NamespaceScope scope)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            Write(child, without, text, scope);
        }
    }

    private void WriteElement(
        XmlElement element, XmlNode? without, StringBuilder text, NamespaceScope scope, bool isApex)
    {
        var mark = scope.Enter(element);
        text.Append('<').Append(element.Name);
        foreach (var prefix in Candidates(element, scope, isApex))
        {
            if (scope.TryRender(prefix, Utilized(element, prefix)) is { } ns)
            {
                text.Append(prefix.Length == 0 ? " xmlns" : " xmlns:").Append(prefix).Append("=\"");
                CanonicalText.Escape(ns, text, inAttribute: true);
                text.Append('"');
            }
        }

        foreach (var attribute in Attributes(element, isApex))
        {
            text.Append(' ').Append(attribute.Name).Append("=\"");
            CanonicalText.Escape(attribute.Value, text, inAttribute: true);
            text.Append('"');
        }

        text.Append('>');
        WriteChildren(element, without, text, scope);
        text.Append("</").Append(element.Name).Append('>');
        scope.Leave(mark);
    }

    private static bool Utilized(XmlElement element, string prefix) => element.Prefix == prefix
        || element.Attributes.Cast<XmlAttribute>().Any(attribute =>
            prefix.Length > 0 && attribute.Prefix == prefix && !NamespaceScope.IsDeclaration(attribute));

    /// <summary>The prefixes whose declaration may have to be written here, in canonical order.</summary>
    private SortedSet<string> Candidates(XmlElement element, NamespaceScope scope, bool isApex)
    {
        var prefixes = new SortedSet<string>(StringComparer.Ordinal);
        if (!exclusive)
        {
            prefixes.UnionWith(isApex ? scope.Prefixes() : NamespaceScope.Declared(element));
        }
        else
        {
            prefixes.Add(element.Prefix);
            foreach (XmlAttribute attribute in element.Attributes)
            {
                if (attribute.Prefix.Length > 0 && !NamespaceScope.IsDeclaration(attribute))
                {
                    prefixes.Add(attribute.Prefix);
                }
            }

            if (_listed.Count > 0)
            {
                prefixes.UnionWith((isApex ? scope.Prefixes() : NamespaceScope.Declared(element))
                    .Where(_listed.Contains));
            }
        }

        prefixes.Remove("xml");
        return prefixes;
    }

    private List<XmlAttribute> Attributes(XmlElement element, bool isApex)
    {
        var attributes = element.Attributes.Cast<XmlAttribute>()
            .Where(attribute => !NamespaceScope.IsDeclaration(attribute)).ToList();
        if (isApex && !exclusive)
        {
            for (var above = element.ParentNode; above is XmlElement ancestor; above = ancestor.ParentNode)
            {
                attributes.AddRange(ancestor.Attributes.Cast<XmlAttribute>().Where(inherited =>
                    inherited.NamespaceURI == SamlNamespaces.Xml
                    && !attributes.Exists(own => own.Name == inherited.Name)));
            }
        }

        attributes.Sort((one, other) =>
            string.CompareOrdinal(one.NamespaceURI, other.NamespaceURI) is var order and not 0
                ? order
                : string.CompareOrdinal(one.LocalName, other.LocalName));
        return attributes;
    }
}
