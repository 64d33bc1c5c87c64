using System.Xml;
using Conformance.Saml.Names;
using Conformance.Saml.Signing;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Forging;

/// <summary>Places in a message that may hold anything. Out of order means: on the other side of what is read first.</summary>
internal static class Holders
{
    private const string P = SamlNamespaces.Protocol;
    private const string A = SamlNamespaces.Assertion;

    /// <summary>Extensions of a protocol message: after Issuer and Signature, before Status where there is one (saml-core 3.2).</summary>
    public static XmlElement Extensions(XmlElement response, bool outOfOrder = false)
    {
        if (Dom.Child(response, "Extensions", P) is { } existing)
        {
            return existing;
        }

        var extensions = response.OwnerDocument.CreateElement(response.Prefix, "Extensions", P);
        if (outOfOrder)
        {
            response.AppendChild(extensions);
        }
        else if (Dom.Child(response, "Status", P) is { } status)
        {
            response.InsertBefore(extensions, status);
        }
        else
        {
            response.InsertAfter(extensions, Dom.Signature(response) ?? Dom.Child(response, "Issuer", A));
        }

        return extensions;
    }

    /// <summary>StatusDetail, the last child of Status.</summary>
    public static XmlElement StatusDetail(XmlElement response)
    {
        var status = Dom.Child(response, "Status", P)
            ?? throw new TamperingException("this message has no Status that could hold anything.");
        return Dom.Child(status, "StatusDetail", P) ?? Dom.Append(status, status.Prefix, "StatusDetail", P);
    }

    /// <summary>Advice of an assertion: after Conditions, before the statements.</summary>
    public static XmlElement Advice(XmlElement assertion, bool outOfOrder = false)
    {
        var advice = assertion.OwnerDocument.CreateElement(assertion.Prefix, "Advice", A);
        if (outOfOrder)
        {
            assertion.PrependChild(advice);
        }
        else
        {
            assertion.InsertAfter(advice, Dom.Child(assertion, "Conditions", A));
        }

        return advice;
    }

    /// <summary>SubjectConfirmationData, which may hold any element.</summary>
    public static XmlElement ConfirmationData(XmlElement assertion) => Dom.Descendants(assertion)
        .FirstOrDefault(element => element.LocalName == "SubjectConfirmationData")
        ?? throw new TamperingException("this assertion has no SubjectConfirmationData that could hold anything.");

    /// <summary>A value of an attribute of its own, which may hold any element.</summary>
    public static XmlElement AttributeValue(XmlElement assertion)
    {
        var statement = Dom.Child(assertion, "AttributeStatement", A)
            ?? Dom.Append(assertion, assertion.Prefix, "AttributeStatement", A);
        var attribute = Dom.Append(statement, assertion.Prefix, "Attribute", A);
        attribute.SetAttribute("Name", "urn:example:holder");
        return Dom.Append(attribute, assertion.Prefix, "AttributeValue", A);
    }

    /// <summary>A new Object at the end of a Signature.</summary>
    public static XmlElement Object(XmlElement signature) =>
        Dom.Append(signature, signature.Prefix, "Object", SamlNamespaces.XmlSignature);

    /// <summary>A Signature with nothing but the SignatureValue of a genuine one and, in its Object, an element. It stands nowhere yet.</summary>
    public static XmlElement Decoy(XmlElement signature, XmlElement inside)
    {
        const string ns = SamlNamespaces.XmlSignature;
        var decoy = signature.OwnerDocument.CreateElement(signature.Prefix, "Signature", ns);
        Dom.SetNamespace(decoy, signature.Prefix, ns);
        Dom.Append(decoy, signature.Prefix, "SignatureValue", ns, XmlSigner.Descendant(signature, "SignatureValue").InnerText);
        Object(decoy).AppendChild(inside);
        return decoy;
    }

    /// <summary>Puts a Signature where the schema wants it: behind the Issuer; or at the end.</summary>
    public static void PutSignature(XmlElement signature, XmlElement parent, bool outOfOrder = false)
    {
        if (outOfOrder)
        {
            parent.AppendChild(signature);
        }
        else
        {
            parent.InsertAfter(signature, Dom.Child(parent, "Issuer", A));
        }
    }
}
