namespace Conformance.Saml.Messages;

/// <summary>How one identity provider writes the same message differently from the next.</summary>
public sealed record XmlStyle
{
    /// <summary>Prefix of the protocol namespace; empty declares it as the default.</summary>
    public string ProtocolPrefix { get; init; } = "samlp";

    /// <summary>Prefix of the assertion namespace; empty declares it as the default.</summary>
    public string AssertionPrefix { get; init; } = "saml";

    /// <summary>Prefix of the signature namespace; empty declares it as the default.</summary>
    public string SignaturePrefix { get; init; } = "ds";

    /// <summary>Whether all namespaces are declared on the root, rather than where they are first used.</summary>
    public bool NamespacesOnRoot { get; init; }

    /// <summary>Whether the message starts with an XML declaration.</summary>
    public bool XmlDeclaration { get; init; }

    /// <summary>Whether the message is pretty-printed.</summary>
    public bool Indented { get; init; }

    /// <summary>Whether the AttributeStatement stands before the AuthnStatement, as Entra ID writes it.</summary>
    public bool AttributesBeforeAuthn { get; init; }

    /// <summary>NameFormat of every attribute; null writes none.</summary>
    public string? AttributeNameFormat { get; init; }

    /// <summary>xsi:type of every attribute value, for example <c>xs:string</c>; null writes none.</summary>
    public string? AttributeValueType { get; init; }

    /// <summary>Digits after the seconds' point in every time; 0 writes none.</summary>
    public int FractionDigits { get; init; } = 3;

    /// <summary>Unused namespace declarations on the root: prefix and URI.</summary>
    public IReadOnlyDictionary<string, string> ExtraNamespaces { get; init; } = new Dictionary<string, string>();
}
