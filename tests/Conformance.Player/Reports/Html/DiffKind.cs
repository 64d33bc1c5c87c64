namespace Conformance.Player.Reports.Html;

/// <summary>What a line of a comparison is.</summary>
internal enum DiffKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the control.</summary>
    Removed,

    /// <summary>Only in the message.</summary>
    Added,

    /// <summary>Lines in both that are left out.</summary>
    Gap,
}
