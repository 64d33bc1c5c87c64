using Conformance.Scenarios.Model;

namespace Conformance.Player.Targets;

/// <summary>How a target shows who is signed in.</summary>
public sealed record SessionReading
{
    /// <summary>The page to read.</summary>
    public required Text Open { get; init; }

    /// <summary>Where the user stands on it.</summary>
    public required Finder User { get; init; }

    /// <summary>Where a JSON object of attributes stands; <c>null</c> when there is none.</summary>
    public Finder? AllAttributes { get; init; }

    /// <summary>Where single attributes stand, by the name they came under.</summary>
    public IReadOnlyDictionary<string, Finder> Attributes { get; init; } = new Dictionary<string, Finder>();

    /// <summary>Where the role stands; <c>null</c> when none is shown.</summary>
    public Finder? Role { get; init; }
}
