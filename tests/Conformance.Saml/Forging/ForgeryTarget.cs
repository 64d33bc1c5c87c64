namespace Conformance.Saml.Forging;

/// <summary>What the attacker wants to change.</summary>
public enum ForgeryTarget
{
    /// <summary>Who they are.</summary>
    NameId,

    /// <summary>What is said about them.</summary>
    Attributes,

    /// <summary>What they may do.</summary>
    Role,
}
