using Conformance.Scenarios.Model;

namespace Conformance.Player.Targets;

/// <summary>What stands in for the sign-in of a target that has none: the bench is set up as ever, and nobody asks it.</summary>
internal static class NoSignOn
{
    public static SessionReading Session(Location here) => new()
    {
        Open = new Text("${sp.url}", here),
        User = new Finder(FinderKind.Json, "$.user"),
        Attributes = new Dictionary<string, Finder>(StringComparer.Ordinal),
    };

    public static Dictionary<string, TargetPerson> People(Location here) => new(StringComparer.Ordinal)
    {
        ["attacker"] = new() { NameId = new Text("mallory@example.com", here) },
        ["victim"] = new() { NameId = new Text("alice@example.com", here) },
    };

    public static void Complete(Dictionary<string, Text> serviceProvider, Location here)
    {
        _ = serviceProvider.TryAdd("entity-id", new Text("${sp.url}", here));
        _ = serviceProvider.TryAdd("acs", new Text("${sp.url}", here));
    }
}
