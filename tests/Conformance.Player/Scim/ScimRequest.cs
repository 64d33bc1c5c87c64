using Conformance.Scenarios.Model;

namespace Conformance.Player.Scim;

/// <summary>One SCIM request before it is sent.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the base URL, with its query.</param>
internal sealed record ScimRequest(string Method, string Path)
{
    public string? Body { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public string By { get; init; } = "own";

    public Location Location { get; init; }

    public string[] Segments => Path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
}
