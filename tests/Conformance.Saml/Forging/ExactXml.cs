using System.Text;
using System.Xml;

namespace Conformance.Saml.Forging;

/// <summary>Writes a document exactly as its nodes say: nothing reformatted, no declaration added or dropped.</summary>
internal static class ExactXml
{
    /// <summary>Reads text whose white space, comments and CDATA all stay. DTDs are refused.</summary>
    public static XmlDocument Read(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, settings);
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        return document;
    }

    public static byte[] ToBytes(XmlNode node) => Encoding.UTF8.GetBytes(Write(node));

    public static string Write(XmlNode node)
    {
        var text = new StringBuilder(8192);
        Write(node, text);
        return text.ToString();
    }

    private static void Write(XmlNode node, StringBuilder text)
    {
        switch (node)
        {
            case XmlDocument or XmlDocumentFragment:
                WriteChildren(node, text);
                break;
            case XmlElement element:
                WriteElement(element, text);
                break;
            case XmlDeclaration declaration:
                text.Append("<?xml ").Append(declaration.Value).Append("?>");
                break;
            case XmlComment comment:
                text.Append("<!--").Append(comment.Data).Append("-->");
                break;
            case XmlProcessingInstruction instruction:
                text.Append("<?").Append(instruction.Target);
                if (instruction.Data.Length > 0)
                {
                    text.Append(' ').Append(instruction.Data);
                }

                text.Append("?>");
                break;
            case XmlCDataSection data:
                text.Append("<![CDATA[").Append(data.Data).Append("]]>");
                break;
            case XmlEntityReference entity:
                text.Append('&').Append(entity.Name).Append(';');
                break;
            case XmlCharacterData or XmlAttribute:
                Escape(node.Value ?? "", text, inAttribute: false);
                break;
        }
    }

    private static void WriteElement(XmlElement element, StringBuilder text)
    {
        text.Append('<').Append(element.Name);
        foreach (XmlAttribute attribute in element.Attributes)
        {
            text.Append(' ').Append(attribute.Name).Append("=\"");
            Escape(attribute.Value, text, inAttribute: true);
            text.Append('"');
        }

        if (element is { IsEmpty: true, HasChildNodes: false })
        {
            text.Append("/>");
            return;
        }

        text.Append('>');
        WriteChildren(element, text);
        text.Append("</").Append(element.Name).Append('>');
    }

    private static void WriteChildren(XmlNode node, StringBuilder text)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            Write(child, text);
        }
    }

    internal static void Escape(string value, StringBuilder text, bool inAttribute)
    {
        foreach (var character in value)
        {
            switch (character)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>' when !inAttribute:
                    text.Append("&gt;");
                    break;
                case '"' when inAttribute:
                    text.Append("&quot;");
                    break;
                case '\t' when inAttribute:
                    text.Append("&#x9;");
                    break;
                case '\n' when inAttribute:
                    text.Append("&#xA;");
                    break;
                case '\r':
                    text.Append("&#xD;");
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }
    }
}
