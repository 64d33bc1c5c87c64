namespace Conformance.Scenarios.Format;

/// <summary>A key of the format: the loader, the editor schema and the messages all take it from here.</summary>
/// <param name="Name">The key.</param>
/// <param name="Kind">What stands after it.</param>
/// <param name="Summary">What it says; an editor shows it.</param>
public sealed record KeyDescription(string Name, ValueKind Kind, string Summary)
{
    /// <summary>Whether it has to be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The words allowed; <c>null</c>: any.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>The keys of its map.</summary>
    public IReadOnlyList<KeyDescription> Keys { get; init; } = [];
}
