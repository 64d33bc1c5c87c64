using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Spec;

/// <summary>One thing that a specification, a published bug or an article says.</summary>
public sealed record SpecEntry
{
    /// <summary>Its key.</summary>
    public required SpecReference Key { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, in one sentence of ours.</summary>
    public required string Says { get; init; }

    /// <summary>Where it can be read.</summary>
    public string? Url { get; init; }

    /// <summary>How a breach is usually repaired.</summary>
    public string? Repair { get; init; }

    /// <summary>Why no scenario tests it; <c>null</c> when one should.</summary>
    public string? NotTested { get; init; }

    /// <summary>The level proposed for scenarios; theirs alone counts.</summary>
    public Level? Level { get; init; }

    /// <summary>Whether the clause was compared with its source.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>Whom it binds.</summary>
    public string? Who { get; init; }

    /// <summary>What it was taken from.</summary>
    public string? Source { get; init; }

    /// <summary>The article it belongs to.</summary>
    public string? Article { get; init; }

    /// <summary>Where it is written.</summary>
    public Location Location { get; init; }
}
