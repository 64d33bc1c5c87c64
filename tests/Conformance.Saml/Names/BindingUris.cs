namespace Conformance.Saml.Names;

/// <summary>Binding identifiers, SAML bindings 3.</summary>
public static class BindingUris
{
    private const string Prefix = "urn:oasis:names:tc:SAML:2.0:bindings:";

    /// <summary>Deflated in the query.</summary>
    public const string HttpRedirect = Prefix + "HTTP-Redirect";

    /// <summary>Base64 in a form.</summary>
    public const string HttpPost = Prefix + "HTTP-POST";

    /// <summary>By reference.</summary>
    public const string HttpArtifact = Prefix + "HTTP-Artifact";

    /// <summary>In a SOAP envelope.</summary>
    public const string Soap = Prefix + "SOAP";

    /// <summary>Reverse SOAP.</summary>
    public const string Paos = Prefix + "PAOS";
}
