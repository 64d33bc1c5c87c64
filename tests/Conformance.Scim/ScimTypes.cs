namespace Conformance.Scim;

/// <summary>The keywords of RFC 7644, table 9.</summary>
public static class ScimTypes
{
    /// <summary>The filter's syntax is wrong, or its comparison is not supported.</summary>
    public const string InvalidFilter = "invalidFilter";

    /// <summary>More results than the server cares to return.</summary>
    public const string TooMany = "tooMany";

    /// <summary>A value is already in use.</summary>
    public const string Uniqueness = "uniqueness";

    /// <summary>The attribute may not be changed that way.</summary>
    public const string Mutability = "mutability";

    /// <summary>The body is no JSON or not of the expected shape.</summary>
    public const string InvalidSyntax = "invalidSyntax";

    /// <summary>The path of a change is malformed or names no attribute.</summary>
    public const string InvalidPath = "invalidPath";

    /// <summary>The path of a change yields nothing to work on.</summary>
    public const string NoTarget = "noTarget";

    /// <summary>A value is missing or does not fit its attribute.</summary>
    public const string InvalidValue = "invalidValue";

    /// <summary>The version of the protocol is not supported.</summary>
    public const string InvalidVers = "invalidVers";

    /// <summary>Sensitive information in a URL.</summary>
    public const string Sensitive = "sensitive";
}
