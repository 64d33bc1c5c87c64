using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Messages;

/// <summary>Reads an AuthnRequest and gathers everything that is wrong with it.</summary>
public static class AuthnRequestReader
{
    private const string P = SamlNamespaces.Protocol;
    private const string A = SamlNamespaces.Assertion;

    /// <summary>Reads a message. Never throws; a DTD is refused and reported.</summary>
    public static ReadAuthnRequest Read(string xml)
    {
        var problems = new List<MessageProblem>();
        if (UntrustedXml.TryRead(xml, problems, "saml-core/3.4.1") is not { } root)
        {
            return new ReadAuthnRequest(new AuthnRequest { Xml = xml }, problems);
        }

        if (root is not { LocalName: "AuthnRequest", NamespaceURI: P })
        {
            problems.Add(new("saml-core/3.4.1", $"The message is a '{root.Name}', not an AuthnRequest."));
        }

        var request = ReadElement(root, xml);
        AuthnRequestJudge.Judge(request, root, problems);
        return new ReadAuthnRequest(request, problems);
    }

    internal static XmlElement? Child(XmlElement element, string name, string ns) => element.ChildNodes
        .OfType<XmlElement>().FirstOrDefault(child => child.LocalName == name && child.NamespaceURI == ns);

    private static AuthnRequest ReadElement(XmlElement root, string xml)
    {
        var issuer = Child(root, "Issuer", A);
        return new AuthnRequest
        {
            Xml = xml,
            ID = UntrustedXml.Attribute(root, "ID"),
            Version = UntrustedXml.Attribute(root, "Version"),
            IssueInstant = UntrustedXml.Time(root, "IssueInstant"),
            Destination = UntrustedXml.Attribute(root, "Destination"),
            Issuer = issuer?.InnerText,
            IssuerFormat = UntrustedXml.Attribute(issuer, "Format"),
            AssertionConsumerServiceUrl = UntrustedXml.Attribute(root, "AssertionConsumerServiceURL"),
            AssertionConsumerServiceIndex = UntrustedXml.Number(root, "AssertionConsumerServiceIndex"),
            AttributeConsumingServiceIndex = UntrustedXml.Number(root, "AttributeConsumingServiceIndex"),
            ProtocolBinding = UntrustedXml.Attribute(root, "ProtocolBinding"),
            ProviderName = UntrustedXml.Attribute(root, "ProviderName"),
            ForceAuthn = UntrustedXml.Boolean(root, "ForceAuthn"),
            IsPassive = UntrustedXml.Boolean(root, "IsPassive"),
            NameIdPolicy = ReadPolicy(Child(root, "NameIDPolicy", P)),
            RequestedAuthnContext = ReadContext(Child(root, "RequestedAuthnContext", P)),
            HasSubject = Child(root, "Subject", A) is not null,
            HasSignature = Child(root, "Signature", SamlNamespaces.XmlSignature) is not null,
        };
    }

    private static NameIdPolicy? ReadPolicy(XmlElement? policy) => policy is null
        ? null
        : new NameIdPolicy(
            UntrustedXml.Attribute(policy, "Format"),
            UntrustedXml.Boolean(policy, "AllowCreate"),
            UntrustedXml.Attribute(policy, "SPNameQualifier"));

    private static RequestedAuthnContext? ReadContext(XmlElement? context) => context is null
        ? null
        : new RequestedAuthnContext(
            UntrustedXml.Attribute(context, "Comparison"),
            [.. context.ChildNodes.OfType<XmlElement>()
                .Where(child => child is { LocalName: "AuthnContextClassRef", NamespaceURI: A })
                .Select(child => child.InnerText.Trim())]);
}
