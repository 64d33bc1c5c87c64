namespace Conformance.Scim.Resources;

/// <summary>How literally a server reads what clients send.</summary>
public enum WireDialect
{
    /// <summary>What RFC 7643 and RFC 7644 define, no more.</summary>
    Rfc,

    /// <summary>
    /// Also what Entra ID and JumpCloud are known to send: booleans as strings, a list of the members to remove as value, names with dots
    /// in a value without a path, a work address added by a filter that matches nothing.
    /// </summary>
    Lenient,
}
