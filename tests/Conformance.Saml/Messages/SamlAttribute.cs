namespace Conformance.Saml.Messages;

/// <summary>An attribute of a person, SAML core 2.7.3.1.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Values">One AttributeValue each.</param>
public sealed record SamlAttribute(string Name, IReadOnlyList<string> Values)
{
    /// <summary>An attribute with one value.</summary>
    public SamlAttribute(string name, string value)
        : this(name, [value])
    {
    }

    /// <summary>Overrides <see cref="XmlStyle.AttributeNameFormat"/>; empty writes none.</summary>
    public string? NameFormat { get; init; }

    /// <summary>The name for people.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>Overrides <see cref="XmlStyle.AttributeValueType"/> (<c>xs:string</c>); empty writes none.</summary>
    public string? ValueType { get; init; }
}
