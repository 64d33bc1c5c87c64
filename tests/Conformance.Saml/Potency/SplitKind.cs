namespace Conformance.Saml.Potency;

/// <summary>What a value is cut with.</summary>
internal enum SplitKind
{
    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A processing instruction.</summary>
    Instruction,

    /// <summary>A CDATA section.</summary>
    CData,

    /// <summary>An entity reference.</summary>
    Entity,
}
