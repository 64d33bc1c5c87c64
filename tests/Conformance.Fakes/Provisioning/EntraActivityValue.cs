namespace Conformance.Fakes.Provisioning;

/// <summary>How Entra ID writes the value of <c>active</c> without the flag; its own documents disagree. [V]</summary>
public enum EntraActivityValue
{
    /// <summary><c>"False"</c>, as the compatibility article has it. [V]</summary>
    CapitalText,

    /// <summary><c>"false"</c>. [3P]</summary>
    LowerText,

    /// <summary><c>false</c>, as the main article's sample has it. [V]</summary>
    Boolean,
}
