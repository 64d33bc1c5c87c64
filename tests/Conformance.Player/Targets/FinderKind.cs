namespace Conformance.Player.Targets;

/// <summary>The ways to find a value on a page.</summary>
public enum FinderKind
{
    /// <summary>A JSON path in a JSON answer.</summary>
    Json,

    /// <summary>Beside, or in the field of, a label.</summary>
    Label,

    /// <summary>By CSS selector: the target's own pages may offer nothing better.</summary>
    Css,

    /// <summary>A text with a <c>(group)</c>: a regular expression over the page's readable text.</summary>
    Text,
}
