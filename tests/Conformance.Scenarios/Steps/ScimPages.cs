using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary>
/// <c>scim-pages: PATH</c> — the provisioning client reads a list page by page; every resource has to come once, and the pages have to
/// say the truth about themselves.
/// </summary>
/// <param name="Path">The list's path, such as <c>/Users</c>.</param>
public sealed record ScimPages(Text Path) : Step
{
    /// <summary>How many a page may hold.</summary>
    public int Count { get; init; } = 2;

    /// <summary>Other parameters of the query.</summary>
    public MapValue? Query { get; init; }

    /// <summary>The names of what has to be found, each once.</summary>
    public IReadOnlyList<Text> Finds { get; init; } = [];
}
