using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>directory: ACTION</c> — something changes in the directory that is provisioned from.</summary>
public sealed record DirectoryChange : Step
{
    /// <summary><c>add</c>, <c>change</c>, <c>disable</c>, <c>enable</c>, <c>assign</c>, <c>unassign</c>, <c>delete</c>, <c>group</c>, <c>delete-group</c> or <c>fill</c>.</summary>
    public required Text Action { get; init; }

    /// <summary>The role of whom it is about.</summary>
    public Text? Person { get; init; }

    /// <summary>The name of the group.</summary>
    public Text? Group { get; init; }

    /// <summary>Field → value.</summary>
    public MapValue? Set { get; init; }

    /// <summary>The roles of the group's members.</summary>
    public IReadOnlyList<Text>? Members { get; init; }

    /// <summary>How many people of no role.</summary>
    public int Count { get; init; } = 1;
}
