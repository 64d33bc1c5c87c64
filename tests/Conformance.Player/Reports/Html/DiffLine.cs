namespace Conformance.Player.Reports.Html;

/// <summary>A line of a comparison.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Text">The line.</param>
/// <param name="Changed">What of it differs from its counterpart; <c>null</c> when it has none.</param>
internal sealed record DiffLine(DiffKind Kind, string Text, (int Start, int Length)? Changed = null);
