namespace Conformance.Scenarios.Model;

/// <summary>A place in a file, as an editor counts: lines and columns start at 1.</summary>
/// <param name="File">The path as the person gave it or relative to the repository, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public readonly record struct Location(string File, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
