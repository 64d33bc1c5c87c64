using System.Xml;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Saml.Forging;

/// <summary>Writes an Assertion as the web browser SSO profile asks for it, SAML profiles 4.1.4.2.</summary>
internal static class AssertionWriter
{
    private const string Ns = SamlNamespaces.Assertion;

    public static XmlElement Write(XmlElement parent, ResponseContent content, XmlStyle style)
    {
        var assertion = Dom.Append(parent, style.AssertionPrefix, "Assertion", Ns);
        assertion.SetAttribute("ID", content.AssertionId);
        assertion.SetAttribute("Version", "2.0");
        assertion.SetAttribute("IssueInstant", Time(content.IssueInstant, style));
        ResponseWriter.WriteIssuer(assertion, content, style);
        WriteSubject(assertion, content, style);
        WriteConditions(assertion, content, style);
        if (style.AttributesBeforeAuthn)
        {
            WriteAttributes(assertion, content, style);
            WriteAuthn(assertion, content, style);
        }
        else
        {
            WriteAuthn(assertion, content, style);
            WriteAttributes(assertion, content, style);
        }

        return assertion;
    }

    private static string Time(DateTimeOffset time, XmlStyle style) => SamlTime.Format(time, style.FractionDigits);

    private static void SetTime(XmlElement element, string name, DateTimeOffset? time, XmlStyle style) =>
        ResponseWriter.Set(element, name, time is { } value ? Time(value, style) : null);

    private static void WriteSubject(XmlElement assertion, ResponseContent content, XmlStyle style)
    {
        var subject = Dom.Append(assertion, style.AssertionPrefix, "Subject", Ns);
        if (content.NameId is { } nameId)
        {
            var element = Dom.Append(subject, style.AssertionPrefix, "NameID", Ns, nameId.Value);
            ResponseWriter.Set(element, "Format", nameId.Format);
            ResponseWriter.Set(element, "NameQualifier", nameId.NameQualifier);
            ResponseWriter.Set(element, "SPNameQualifier", nameId.SPNameQualifier);
        }

        var confirmation = Dom.Append(subject, style.AssertionPrefix, "SubjectConfirmation", Ns);
        confirmation.SetAttribute("Method", ConfirmationMethods.Bearer);
        var data = Dom.Append(confirmation, style.AssertionPrefix, "SubjectConfirmationData", Ns);
        ResponseWriter.Set(data, "InResponseTo", content.InResponseTo);
        SetTime(data, "NotOnOrAfter", content.ConfirmationNotOnOrAfter, style);
        ResponseWriter.Set(data, "Recipient", content.Recipient);
    }

    private static void WriteConditions(XmlElement assertion, ResponseContent content, XmlStyle style)
    {
        var conditions = Dom.Append(assertion, style.AssertionPrefix, "Conditions", Ns);
        SetTime(conditions, "NotBefore", content.NotBefore, style);
        SetTime(conditions, "NotOnOrAfter", content.NotOnOrAfter, style);
        if (content.Audiences.Count == 0)
        {
            return;
        }

        var restriction = Dom.Append(conditions, style.AssertionPrefix, "AudienceRestriction", Ns);
        foreach (var audience in content.Audiences)
        {
            Dom.Append(restriction, style.AssertionPrefix, "Audience", Ns, audience);
        }
    }

    private static void WriteAuthn(XmlElement assertion, ResponseContent content, XmlStyle style)
    {
        if (content.AuthnInstant is not { } instant)
        {
            return;
        }

        var statement = Dom.Append(assertion, style.AssertionPrefix, "AuthnStatement", Ns);
        statement.SetAttribute("AuthnInstant", Time(instant, style));
        ResponseWriter.Set(statement, "SessionIndex", content.SessionIndex);
        SetTime(statement, "SessionNotOnOrAfter", content.SessionNotOnOrAfter, style);
        var authnContext = Dom.Append(statement, style.AssertionPrefix, "AuthnContext", Ns);
        if (content.AuthnContextClassRef is not null)
        {
            Dom.Append(authnContext, style.AssertionPrefix, "AuthnContextClassRef", Ns, content.AuthnContextClassRef);
        }
    }

    private static void WriteAttributes(XmlElement assertion, ResponseContent content, XmlStyle style)
    {
        if (content.Attributes.Count == 0)
        {
            return;
        }

        var statement = Dom.Append(assertion, style.AssertionPrefix, "AttributeStatement", Ns);
        foreach (var attribute in content.Attributes)
        {
            WriteAttribute(statement, attribute, style);
        }
    }

    public static XmlElement WriteAttribute(XmlElement statement, SamlAttribute attribute, XmlStyle style)
    {
        var element = Dom.Append(statement, style.AssertionPrefix, "Attribute", Ns);
        element.SetAttribute("Name", attribute.Name);
        if ((attribute.NameFormat ?? style.AttributeNameFormat) is { Length: > 0 } format)
        {
            element.SetAttribute("NameFormat", format);
        }

        ResponseWriter.Set(element, "FriendlyName", attribute.FriendlyName);
        foreach (var text in attribute.Values)
        {
            var value = Dom.Append(element, style.AssertionPrefix, "AttributeValue", Ns, text);
            if ((attribute.ValueType ?? style.AttributeValueType) is { Length: > 0 } type)
            {
                SetType(value, type);
            }
        }

        return element;
    }

    private static void SetType(XmlElement value, string type)
    {
        if (type.StartsWith("xs:", StringComparison.Ordinal))
        {
            Dom.Declare(value, "xs", SamlNamespaces.XmlSchema);
        }

        Dom.Declare(value, "xsi", SamlNamespaces.XmlSchemaInstance);
        var attribute = value.OwnerDocument.CreateAttribute("xsi", "type", SamlNamespaces.XmlSchemaInstance);
        attribute.Value = type;
        value.SetAttributeNode(attribute);
    }
}
