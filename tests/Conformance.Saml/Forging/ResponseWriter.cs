using System.Xml;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Saml.Forging;

/// <summary>Writes an honest Response, unsigned, in the style of an identity provider.</summary>
internal static class ResponseWriter
{
    public static XmlDocument Write(ResponseDraft draft)
    {
        var (content, style) = (draft.Content, draft.Style);
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        if (style.XmlDeclaration)
        {
            document.AppendChild(document.CreateXmlDeclaration("1.0", "UTF-8", null));
        }

        var response = WriteEnvelope(document, content, style);
        WriteStatus(response, content, style);
        if (content.AssertionId is not null)
        {
            AssertionWriter.Write(response, content, style);
        }

        if (style.Indented)
        {
            Indentation.Apply(response);
        }

        return document;
    }

    private static XmlElement WriteEnvelope(XmlDocument document, ResponseContent content, XmlStyle style)
    {
        var response = Dom.Append(document, style.ProtocolPrefix, "Response", SamlNamespaces.Protocol);
        if (style.NamespacesOnRoot && style.AssertionPrefix.Length > 0)
        {
            Dom.Declare(response, style.AssertionPrefix, SamlNamespaces.Assertion);
            if (style.AttributeValueType is not null)
            {
                Dom.Declare(response, "xs", SamlNamespaces.XmlSchema);
                Dom.Declare(response, "xsi", SamlNamespaces.XmlSchemaInstance);
            }
        }

        foreach (var (prefix, ns) in style.ExtraNamespaces)
        {
            Dom.SetNamespace(response, prefix, ns);
        }

        response.SetAttribute("ID", content.ResponseId);
        response.SetAttribute("Version", "2.0");
        response.SetAttribute("IssueInstant", SamlTime.Format(content.IssueInstant, style.FractionDigits));
        Set(response, "Destination", content.Destination);
        Set(response, "InResponseTo", content.InResponseTo);
        if (content.ResponseHasIssuer)
        {
            WriteIssuer(response, content, style);
        }

        return response;
    }

    public static void WriteIssuer(XmlElement parent, ResponseContent content, XmlStyle style)
    {
        var issuer = Dom.Append(
            parent, style.AssertionPrefix, "Issuer", SamlNamespaces.Assertion, content.Issuer);
        Set(issuer, "Format", content.IssuerFormat);
    }

    public static void Set(XmlElement element, string name, string? value)
    {
        if (value is not null)
        {
            element.SetAttribute(name, value);
        }
    }

    private static void WriteStatus(XmlElement response, ResponseContent content, XmlStyle style)
    {
        var (prefix, ns) = (style.ProtocolPrefix, SamlNamespaces.Protocol);
        var status = Dom.Append(response, prefix, "Status", ns);
        var code = Dom.Append(status, prefix, "StatusCode", ns);
        code.SetAttribute("Value", content.StatusCode);
        if (content.SubStatusCode is not null)
        {
            Dom.Append(code, prefix, "StatusCode", ns).SetAttribute("Value", content.SubStatusCode);
        }

        if (content.StatusMessage is not null)
        {
            Dom.Append(status, prefix, "StatusMessage", ns, content.StatusMessage);
        }
    }
}
