using System.Xml;
using Conformance.Saml.Bindings;
using Conformance.Saml.Names;

namespace Conformance.Saml.Messages;

/// <summary>Takes a Response apart for people. It judges nothing and trusts nothing.</summary>
public static class ResponseReader
{
    private const string A = SamlNamespaces.Assertion;
    private const string P = SamlNamespaces.Protocol;
    private const string Ds = SamlNamespaces.XmlSignature;

    /// <summary>Reads a posted value: base64 of the message.</summary>
    public static ReadResponse ReadPosted(string samlResponse) =>
        HttpPostBinding.Decode(samlResponse) is { } xml
            ? Read(xml)
            : new ReadResponse { Problems = [new("saml-bindings/3.5.4", "The SAMLResponse is not base64.")] };

    /// <summary>Reads a message. Never throws; a DTD is refused and reported.</summary>
    public static ReadResponse Read(string xml)
    {
        var problems = new List<MessageProblem>();
        if (UntrustedXml.TryRead(xml, problems, "saml-core/3.3.3") is not { } root)
        {
            return new ReadResponse { Xml = xml, Problems = problems };
        }

        var all = root.SelectNodes("descendant-or-self::*")!.OfType<XmlElement>().ToList();
        var status = Child(root, "Status", P);
        return new ReadResponse
        {
            Xml = xml,
            Problems = problems,
            Root = root.LocalName,
            Id = UntrustedXml.Attribute(root, "ID"),
            Issuer = Child(root, "Issuer", A)?.InnerText,
            IssueInstant = UntrustedXml.Attribute(root, "IssueInstant"),
            Destination = UntrustedXml.Attribute(root, "Destination"),
            InResponseTo = UntrustedXml.Attribute(root, "InResponseTo"),
            StatusCodes = status is null ? [] : [.. Below(status, "StatusCode", P).Select(e => e.GetAttribute("Value"))],
            StatusMessage = status is null ? null : Child(status, "StatusMessage", P)?.InnerText,
            Assertions = [.. all.Where(element => Is(element, "Assertion", A)).Select(ReadAssertion)],
            Signatures = [.. all.Where(element => Is(element, "Signature", Ds)).Select(e => ReadSignature(e, all))],
            EncryptedAssertions = all.Count(element => Is(element, "EncryptedAssertion", A)),
        };
    }

    private static AssertionView ReadAssertion(XmlElement assertion)
    {
        var subject = Child(assertion, "Subject", A);
        var nameId = subject is null ? null : Child(subject, "NameID", A);
        var confirmation = subject is null ? null : Child(subject, "SubjectConfirmation", A);
        var data = confirmation is null ? null : Child(confirmation, "SubjectConfirmationData", A);
        var conditions = Child(assertion, "Conditions", A);
        var authn = Child(assertion, "AuthnStatement", A);
        return new AssertionView
        {
            Path = PathOf(assertion),
            Id = UntrustedXml.Attribute(assertion, "ID"),
            Issuer = Child(assertion, "Issuer", A)?.InnerText,
            NameId = nameId is null ? null : new NameId(
                nameId.InnerText,
                UntrustedXml.Attribute(nameId, "Format"),
                UntrustedXml.Attribute(nameId, "NameQualifier"),
                UntrustedXml.Attribute(nameId, "SPNameQualifier")),
            Recipient = UntrustedXml.Attribute(data, "Recipient"),
            InResponseTo = UntrustedXml.Attribute(data, "InResponseTo"),
            ConfirmationNotOnOrAfter = UntrustedXml.Attribute(data, "NotOnOrAfter"),
            NotBefore = UntrustedXml.Attribute(conditions, "NotBefore"),
            NotOnOrAfter = UntrustedXml.Attribute(conditions, "NotOnOrAfter"),
            Audiences = conditions is null ? [] : [.. Below(conditions, "Audience", A).Select(e => e.InnerText)],
            AuthnInstant = UntrustedXml.Attribute(authn, "AuthnInstant"),
            SessionIndex = UntrustedXml.Attribute(authn, "SessionIndex"),
            AuthnContextClassRef = authn is null
                ? null
                : Below(authn, "AuthnContextClassRef", A).FirstOrDefault()?.InnerText.Trim(),
            Attributes = [.. Children(assertion, "AttributeStatement", A)
                .SelectMany(statement => Children(statement, "Attribute", A)).Select(ReadAttribute)],
        };
    }

    private static SamlAttribute ReadAttribute(XmlElement attribute) => new(
        attribute.GetAttribute("Name"),
        [.. Children(attribute, "AttributeValue", A).Select(value => value.InnerText)])
    {
        NameFormat = UntrustedXml.Attribute(attribute, "NameFormat"),
        FriendlyName = UntrustedXml.Attribute(attribute, "FriendlyName"),
    };

    private static SignatureView ReadSignature(XmlElement signature, List<XmlElement> all)
    {
        var info = Child(signature, "SignedInfo", Ds);
        List<XmlElement> references = info is null ? [] : [.. Children(info, "Reference", Ds)];
        var uris = references.ConvertAll(reference => reference.GetAttribute("URI"));
        return new SignatureView
        {
            Path = PathOf(signature),
            SignatureMethod = Algorithm(info, "SignatureMethod"),
            CanonicalizationMethod = Algorithm(info, "CanonicalizationMethod"),
            References = uris,
            DigestMethods = [.. references.Select(reference => Algorithm(reference, "DigestMethod") ?? "")],
            Covers = [.. uris.SelectMany(uri => uri.Length == 0
                ? [all[0]]
                : all.Where(element => UntrustedXml.Attribute(element, "ID") == uri.TrimStart('#'))).Select(PathOf)],
            Certificates = [.. Below(signature, "X509Certificate", Ds).Select(e => e.InnerText.Trim())],
        };
    }

    private static string? Algorithm(XmlElement? parent, string name) =>
        parent is null ? null : UntrustedXml.Attribute(Child(parent, name, Ds), "Algorithm");

    private static string PathOf(XmlElement element) => element.ParentNode is XmlElement parent
        ? $"{PathOf(parent)}/{element.LocalName}{Position(element)}"
        : element.LocalName;

    private static string Position(XmlElement element)
    {
        var twins = element.ParentNode!.ChildNodes.OfType<XmlElement>()
            .Where(other => other.LocalName == element.LocalName).ToList();
        return twins.Count == 1 ? "" : $"[{twins.IndexOf(element) + 1}]";
    }

    private static bool Is(XmlElement element, string name, string ns) =>
        element.LocalName == name && element.NamespaceURI == ns;

    private static IEnumerable<XmlElement> Children(XmlElement parent, string name, string ns) =>
        parent.ChildNodes.OfType<XmlElement>().Where(child => Is(child, name, ns));

    private static XmlElement? Child(XmlElement parent, string name, string ns) =>
        Children(parent, name, ns).FirstOrDefault();

    private static IEnumerable<XmlElement> Below(XmlElement parent, string name, string ns) =>
        parent.GetElementsByTagName(name, ns).OfType<XmlElement>();
}
