namespace Conformance.ReferenceSp;

/// <summary>How the AuthnRequest travels to the identity provider.</summary>
public enum SingleSignOnBinding
{
    /// <summary>HTTP-Redirect, saml-bindings 3.4.</summary>
    Redirect,

    /// <summary>HTTP-POST, saml-bindings 3.5.</summary>
    Post,
}
