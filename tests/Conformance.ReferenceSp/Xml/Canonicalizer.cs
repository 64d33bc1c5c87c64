using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Conformance.ReferenceSp.Xml;

/// <summary>Writes the canonical form of one element in the context of its document (xml-exc-c14n, xml-c14n).</summary>
/// <param name="form">The form to write.</param>
/// <param name="omitted">The enveloped Signature to leave out; null: nothing is left out.</param>
internal sealed class Canonicalizer(CanonicalForm form, XmlElement? omitted)
{
    private readonly StringBuilder _output = new();

    public static byte[] Write(XmlElement apex, CanonicalForm form, XmlElement? omitted = null)
    {
        var canonicalizer = new Canonicalizer(form, omitted);
        canonicalizer.WriteElement(apex, [], isApex: true);
        return Encoding.UTF8.GetBytes(canonicalizer._output.ToString());
    }

    private void WriteElement(XmlElement element, Dictionary<string, string> rendered, bool isApex)
    {
        var declarations = Declarations(element, rendered, isApex);
        if (declarations.Count > 0)
        {
            rendered = new Dictionary<string, string>(rendered);
            foreach (var (prefix, uri) in declarations)
            {
                rendered[prefix] = uri;
            }
        }

        _output.Append('<').Append(element.Name);
        foreach (var (prefix, uri) in declarations)
        {
            _output.Append(prefix.Length == 0 ? " xmlns" : " xmlns:").Append(prefix).Append("=\"");
            AppendAttributeValue(uri);
            _output.Append('"');
        }

        foreach (var attribute in Attributes(element, isApex))
        {
            _output.Append(' ').Append(attribute.Name).Append("=\"");
            AppendAttributeValue(attribute.Value);
            _output.Append('"');
        }

        _output.Append('>');
        foreach (XmlNode child in element.ChildNodes)
        {
            WriteNode(child, rendered);
        }

        _output.Append("</").Append(element.Name).Append('>');
    }

    private void WriteNode(XmlNode node, Dictionary<string, string> rendered)
    {
        switch (node)
        {
            case XmlElement element when element != omitted:
                WriteElement(element, rendered, isApex: false);
                break;
            case XmlText or XmlCDataSection or XmlWhitespace or XmlSignificantWhitespace:
                AppendText(node.Value ?? "");
                break;
            case XmlComment when form.WithComments:
                _output.Append("<!--").Append(node.Value).Append("-->");
                break;
            case XmlProcessingInstruction instruction when form.WritesInstructionsAsText:
                AppendText(instruction.Value ?? "");
                break;
            case XmlProcessingInstruction instruction:
                _output.Append("<?").Append(instruction.Name);
                _output.Append(string.IsNullOrEmpty(instruction.Value) ? "" : " ").Append(instruction.Value).Append("?>");
                break;
            default:
                break;
        }
    }

    private SortedDictionary<string, string> Declarations(XmlElement element, Dictionary<string, string> rendered, bool isApex)
    {
        var needed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (form.IsExclusive)
        {
            Need(element.Prefix, element.NamespaceURI);
            foreach (XmlAttribute attribute in element.Attributes)
            {
                if (attribute.NamespaceURI.Length > 0 && attribute.NamespaceURI != XmlNames.Xmlns)
                {
                    Need(attribute.Prefix, attribute.NamespaceURI);
                }
            }

            foreach (var prefix in form.InclusivePrefixes)
            {
                var uri = element.GetNamespaceOfPrefix(prefix);
                if (uri.Length > 0 || prefix.Length == 0)
                {
                    Need(prefix, uri);
                }
            }
        }
        else
        {
            foreach (var (prefix, uri) in isApex ? InScope(element) : Declared(element))
            {
                Need(prefix, uri);
            }
        }

        RefuseRelativeUris(element);
        return needed;

        void Need(string prefix, string uri)
        {
            if (prefix != "xml" && rendered.GetValueOrDefault(prefix, "") != uri)
            {
                needed[prefix] = uri;
            }
        }
    }

    private static void RefuseRelativeUris(XmlElement element)
    {
        // xml-c14n 1.3: documents with relative namespace URIs have no canonical form.
        foreach (var (_, uri) in Declared(element))
        {
            if (uri.Length > 0 && !uri.Contains(':', StringComparison.Ordinal))
            {
                throw new CryptographicException($"The namespace URI \"{uri}\" is relative, so the element has no canonical form.");
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Declared(XmlElement element) =>
        from XmlAttribute attribute in element.Attributes
        where attribute.NamespaceURI == XmlNames.Xmlns
        select new KeyValuePair<string, string>(attribute.Prefix.Length == 0 ? "" : attribute.LocalName, attribute.Value);

    private static Dictionary<string, string> InScope(XmlElement element)
    {
        var found = new Dictionary<string, string>();
        for (var at = element; at is not null; at = at.ParentNode as XmlElement)
        {
            foreach (var (prefix, uri) in Declared(at))
            {
                found.TryAdd(prefix, uri);
            }
        }

        return found;
    }

    private IEnumerable<XmlAttribute> Attributes(XmlElement element, bool isApex)
    {
        var attributes = element.Attributes.Cast<XmlAttribute>().Where(attribute => attribute.NamespaceURI != XmlNames.Xmlns).ToList();
        if (isApex && !form.IsExclusive)
        {
            // xml-c14n 2.4: an element cut out of its document keeps the xml: attributes of its ancestors.
            for (var at = element.ParentNode as XmlElement; at is not null; at = at.ParentNode as XmlElement)
            {
                attributes.AddRange(at.Attributes.Cast<XmlAttribute>().Where(inherited =>
                    inherited.NamespaceURI == XmlNames.Xml
                    && !attributes.Exists(own => own.NamespaceURI == XmlNames.Xml && own.LocalName == inherited.LocalName)));
            }
        }

        return attributes
            .OrderBy(attribute => attribute.NamespaceURI, StringComparer.Ordinal)
            .ThenBy(attribute => attribute.LocalName, StringComparer.Ordinal);
    }

    private void AppendText(string text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => _output.Append("&amp;"),
                '<' => _output.Append("&lt;"),
                '>' => _output.Append("&gt;"),
                '\r' => _output.Append("&#xD;"),
                _ => _output.Append(character),
            };
        }
    }

    private void AppendAttributeValue(string value)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '&' => _output.Append("&amp;"),
                '<' => _output.Append("&lt;"),
                '"' => _output.Append("&quot;"),
                '\t' => _output.Append("&#x9;"),
                '\n' => _output.Append("&#xA;"),
                '\r' => _output.Append("&#xD;"),
                _ => _output.Append(character),
            };
        }
    }
}
