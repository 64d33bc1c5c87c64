namespace Conformance.Saml.Names;

/// <summary>Status codes, SAML core 3.2.2.2.</summary>
public static class StatusCodes
{
    private const string Prefix = "urn:oasis:names:tc:SAML:2.0:status:";

    /// <summary>The request succeeded.</summary>
    public const string Success = Prefix + "Success";

    /// <summary>Failed through the requester's fault.</summary>
    public const string Requester = Prefix + "Requester";

    /// <summary>Failed through the responder's fault.</summary>
    public const string Responder = Prefix + "Responder";

    /// <summary>The request's version was not understood.</summary>
    public const string VersionMismatch = Prefix + "VersionMismatch";

    /// <summary>The person could not be authenticated.</summary>
    public const string AuthnFailed = Prefix + "AuthnFailed";

    /// <summary>The NameIDPolicy cannot be met.</summary>
    public const string InvalidNameIdPolicy = Prefix + "InvalidNameIDPolicy";

    /// <summary>The requested authentication context cannot be met.</summary>
    public const string NoAuthnContext = Prefix + "NoAuthnContext";

    /// <summary>Nobody can be authenticated without asking.</summary>
    public const string NoPassive = Prefix + "NoPassive";

    /// <summary>Logout reached only some participants.</summary>
    public const string PartialLogout = Prefix + "PartialLogout";

    /// <summary>Understood, and refused.</summary>
    public const string RequestDenied = Prefix + "RequestDenied";

    /// <summary>Not supported.</summary>
    public const string RequestUnsupported = Prefix + "RequestUnsupported";

    /// <summary>The principal is not known.</summary>
    public const string UnknownPrincipal = Prefix + "UnknownPrincipal";
}
