namespace Conformance.Saml.Names;

/// <summary>The XML namespaces of SAML 2.0 and of what it is built from.</summary>
public static class SamlNamespaces
{
    /// <summary>SAML protocol messages, prefix <c>samlp</c>.</summary>
    public const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";

    /// <summary>SAML assertions, prefix <c>saml</c>.</summary>
    public const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";

    /// <summary>SAML metadata, prefix <c>md</c>.</summary>
    public const string Metadata = "urn:oasis:names:tc:SAML:2.0:metadata";

    /// <summary>XML Signature, prefix <c>ds</c>.</summary>
    public const string XmlSignature = "http://www.w3.org/2000/09/xmldsig#";

    /// <summary>XML Signature 1.1, prefix <c>dsig11</c>.</summary>
    public const string XmlSignature11 = "http://www.w3.org/2009/xmldsig11#";

    /// <summary>XML Encryption, prefix <c>xenc</c>.</summary>
    public const string XmlEncryption = "http://www.w3.org/2001/04/xmlenc#";

    /// <summary>XML Encryption 1.1, prefix <c>xenc11</c>.</summary>
    public const string XmlEncryption11 = "http://www.w3.org/2009/xmlenc11#";

    /// <summary>Exclusive canonicalization; also the namespace of <c>InclusiveNamespaces</c>.</summary>
    public const string ExclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

    /// <summary>XML Schema, prefix <c>xs</c>.</summary>
    public const string XmlSchema = "http://www.w3.org/2001/XMLSchema";

    /// <summary>XML Schema instance, prefix <c>xsi</c>.</summary>
    public const string XmlSchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>What namespace declarations themselves are in.</summary>
    public const string Xmlns = "http://www.w3.org/2000/xmlns/";

    /// <summary>What the prefix <c>xml</c> always means.</summary>
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
}
