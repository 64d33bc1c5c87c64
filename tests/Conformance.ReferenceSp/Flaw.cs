namespace Conformance.ReferenceSp;

/// <summary>One way to be wrong, as some real service provider was.</summary>
public sealed record Flaw
{
    internal Flaw(string name, string story, IReadOnlyList<string> meantFor, Func<Blueprint, Blueprint> change) =>
        (Name, Story, MeantFor, Change) = (name, story, meantFor, change);

    /// <summary>The name by which it is switched on.</summary>
    public string Name { get; }

    /// <summary>What goes wrong, and where it did.</summary>
    public string Story { get; }

    /// <summary>The checks that have to notice it, as <c>NEG-08</c>.</summary>
    public IReadOnlyList<string> MeantFor { get; }

    /// <summary>The CVE numbers of the published bug; empty where there is none.</summary>
    public IReadOnlyList<string> Cves { get; init; } = [];

    /// <summary>Whether the flawed service provider refuses what is legal instead of accepting what is not.</summary>
    public bool IsFalselyStrict { get; init; }

    internal Func<Blueprint, Blueprint> Change { get; }
}
