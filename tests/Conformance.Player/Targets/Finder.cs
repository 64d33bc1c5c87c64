namespace Conformance.Player.Targets;

/// <summary>Where a value stands on a page.</summary>
/// <param name="Kind">How it is found.</param>
/// <param name="Expression">A JSON path (<c>$.a.b[0]</c>, <c>$['a b']</c>), a label, or a CSS selector.</param>
public sealed record Finder(FinderKind Kind, string Expression)
{
    /// <inheritdoc/>
    public override string ToString() => Kind == FinderKind.Json ? Expression : $"{Kind.ToString().ToLowerInvariant()}: {Expression}";
}
