namespace Conformance.Saml.Names;

/// <summary>Attribute name formats, SAML core 8.2.</summary>
public static class AttributeNameFormats
{
    /// <summary>Left to the implementations.</summary>
    public const string Unspecified = "urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified";

    /// <summary>The name is a URI.</summary>
    public const string Uri = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

    /// <summary>The name is a word.</summary>
    public const string Basic = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";
}
