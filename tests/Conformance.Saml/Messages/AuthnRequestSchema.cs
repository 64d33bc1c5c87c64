using System.Text.RegularExpressions;
using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Messages;

/// <summary>Holds an AuthnRequest against the schema of SAML core 3.4.1, and says in sentences what does not fit.</summary>
public static partial class AuthnRequestSchema
{
    private const string P = SamlNamespaces.Protocol;
    private const string A = SamlNamespaces.Assertion;

    // Name and namespace of the children, in the order that the schema gives; each at most once.
    private static readonly (string Name, string Namespace)[] Children =
    [
        ("Issuer", A), ("Signature", SamlNamespaces.XmlSignature), ("Extensions", P), ("Subject", A), ("NameIDPolicy", P),
        ("Conditions", A), ("RequestedAuthnContext", P), ("Scoping", P),
    ];

    private static readonly string[] Attributes =
    [
        "ID", "Version", "IssueInstant", "Destination", "Consent", "ForceAuthn", "IsPassive", "ProtocolBinding",
        "AssertionConsumerServiceIndex", "AssertionConsumerServiceURL", "AttributeConsumingServiceIndex", "ProviderName",
    ];

    /// <summary>What does not fit; empty where all does.</summary>
    public static IReadOnlyList<string> Problems(string xml)
    {
        var unreadable = new List<MessageProblem>();
        if (UntrustedXml.TryRead(xml, unreadable, "saml-core/3.4.1") is not { } root)
        {
            return [.. unreadable.Select(problem => problem.Sentence)];
        }

        var problems = new List<string>();
        Root(root, problems);
        Order(root, problems);
        Policy(AuthnRequestReader.Child(root, "NameIDPolicy", P), problems);
        Context(AuthnRequestReader.Child(root, "RequestedAuthnContext", P), problems);
        return problems;
    }

    private static void Root(XmlElement root, List<string> problems)
    {
        void Require(bool holds, string sentence) => Add(holds, sentence, problems);

        Require(root is { LocalName: "AuthnRequest", NamespaceURI: P }, $"The root is {{{root.NamespaceURI}}}{root.LocalName}, not AuthnRequest of the SAML protocol.");
        foreach (var attribute in root.Attributes.OfType<XmlAttribute>().Where(attribute => attribute.NamespaceURI.Length == 0))
        {
            Require(Attributes.Contains(attribute.Name, StringComparer.Ordinal), $"AuthnRequest has no attribute {attribute.Name}.");
        }

        foreach (var attribute in root.Attributes.OfType<XmlAttribute>().Where(attribute =>
            attribute.NamespaceURI is not ("" or SamlNamespaces.Xmlns or SamlNamespaces.XmlSchemaInstance)))
        {
            Require(false, $"AuthnRequest takes no attribute of another namespace, and has {attribute.Name}.");
        }

        Require(IsNcName(root.GetAttribute("ID")), $"ID is \"{root.GetAttribute("ID")}\", which is no xs:ID.");
        Require(root.GetAttribute("Version") == "2.0", $"Version is \"{root.GetAttribute("Version")}\".");
        Require(Instant().IsMatch(root.GetAttribute("IssueInstant")), $"IssueInstant is \"{root.GetAttribute("IssueInstant")}\", which is no xs:dateTime.");
        foreach (var name in (string[])["ForceAuthn", "IsPassive"])
        {
            Require(!root.HasAttribute(name) || UntrustedXml.Boolean(root, name) is not null, $"{name} is \"{root.GetAttribute(name)}\", which is no xs:boolean.");
        }

        foreach (var name in (string[])["AssertionConsumerServiceIndex", "AttributeConsumingServiceIndex"])
        {
            Require(!root.HasAttribute(name) || UntrustedXml.Number(root, name) is <= ushort.MaxValue, $"{name} is \"{root.GetAttribute(name)}\", which is no xs:unsignedShort.");
        }
    }

    private static void Order(XmlElement root, List<string> problems)
    {
        var last = -1;
        foreach (var child in root.ChildNodes.OfType<XmlElement>())
        {
            var place = Array.IndexOf(Children, (child.LocalName, child.NamespaceURI));
            Add(place >= 0, $"AuthnRequest takes no child {{{child.NamespaceURI}}}{child.LocalName}.", problems);
            Add(place < 0 || place > last, $"{child.LocalName} stands twice or behind what has to follow it.", problems);
            last = Math.Max(last, place);
        }

        Add(root.ChildNodes.OfType<XmlText>().All(text => string.IsNullOrWhiteSpace(text.Value)), "Text stands between the elements of AuthnRequest.", problems);
    }

    private static void Policy(XmlElement? policy, List<string> problems)
    {
        if (policy is null)
        {
            return;
        }

        Add(!policy.ChildNodes.OfType<XmlElement>().Any(), "NameIDPolicy is not empty.", problems);
        Add(!policy.HasAttribute("AllowCreate") || UntrustedXml.Boolean(policy, "AllowCreate") is not null,
            $"AllowCreate is \"{policy.GetAttribute("AllowCreate")}\", which is no xs:boolean.", problems);
        foreach (var attribute in policy.Attributes.OfType<XmlAttribute>().Where(attribute => attribute.NamespaceURI.Length == 0))
        {
            Add(attribute.Name is "Format" or "SPNameQualifier" or "AllowCreate", $"NameIDPolicy has no attribute {attribute.Name}.", problems);
        }
    }

    private static void Context(XmlElement? context, List<string> problems)
    {
        if (context is null)
        {
            return;
        }

        var names = context.ChildNodes.OfType<XmlElement>().Select(child => (child.LocalName, child.NamespaceURI)).Distinct().ToList();
        Add(names is [("AuthnContextClassRef" or "AuthnContextDeclRef", A)],
            "RequestedAuthnContext holds something else than AuthnContextClassRef or AuthnContextDeclRef, or both, or nothing.", problems);
        Add(!context.HasAttribute("Comparison") || context.GetAttribute("Comparison") is "exact" or "minimum" or "maximum" or "better",
            $"Comparison is \"{context.GetAttribute("Comparison")}\".", problems);
    }

    private static void Add(bool holds, string sentence, List<string> problems)
    {
        if (!holds)
        {
            problems.Add(sentence);
        }
    }

    private static bool IsNcName(string text)
    {
        try
        {
            return text.Length > 0 && XmlConvert.VerifyNCName(text) == text;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$")]
    private static partial Regex Instant();
}
