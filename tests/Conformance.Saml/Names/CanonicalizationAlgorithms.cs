namespace Conformance.Saml.Names;

/// <summary>Canonicalization method and transform URIs.</summary>
public static class CanonicalizationAlgorithms
{
    /// <summary>Inclusive Canonical XML 1.0, comments left out.</summary>
    public const string Inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

    /// <summary>Inclusive Canonical XML 1.0, comments kept.</summary>
    public const string InclusiveWithComments = Inclusive + "#WithComments";

    /// <summary>Inclusive Canonical XML 1.1; only ever named.</summary>
    public const string Inclusive11 = "http://www.w3.org/2006/12/xml-c14n11";

    /// <summary>Exclusive Canonical XML 1.0, comments left out: what SAML core 5.4.3 asks for.</summary>
    public const string Exclusive = SamlNamespaces.ExclusiveC14N;

    /// <summary>Exclusive Canonical XML 1.0, comments kept.</summary>
    public const string ExclusiveWithComments = SamlNamespaces.ExclusiveC14N + "WithComments";

    /// <summary>The transform that leaves the signature itself out.</summary>
    public const string EnvelopedSignature = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    /// <summary>XPath 1.0 filter.</summary>
    public const string XPath = "http://www.w3.org/TR/1999/REC-xpath-19991116";

    /// <summary>XPath filter 2.0.</summary>
    public const string XPathFilter2 = "http://www.w3.org/2002/06/xmldsig-filter2";

    /// <summary>XSLT 1.0.</summary>
    public const string Xslt = "http://www.w3.org/TR/1999/REC-xslt-19991116";

    /// <summary>Base64 decoding.</summary>
    public const string Base64 = "http://www.w3.org/2000/09/xmldsig#base64";
}
