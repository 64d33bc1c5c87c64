using System.Text.Json.Nodes;
using Conformance.Fakes.Provisioning;
using Conformance.Scim;

namespace Conformance.Player.Provisioning;

/// <summary>What has to be done to a directory, in words for the person who does it.</summary>
internal static class DirectoryChanges
{
    private const int MostLines = 20;

    public static IReadOnlyList<string> Between(SourceDirectory before, SourceDirectory after)
    {
        var (old, now) = (DirectoryFile.Document(before), DirectoryFile.Document(after));
        var lines = Lines("user", Entries(old, "users"), Entries(now, "users")).Concat(Lines("group", Entries(old, "groups"), Entries(now, "groups"))).ToList();
        return lines.Count == 0 ? ["nothing changes"]
            : lines.Count <= MostLines ? lines
            : [.. lines.Take(MostLines), $"and {lines.Count - MostLines} more, as in the file"];
    }

    private static Dictionary<string, JsonObject> Entries(JsonObject document, string kind) =>
        document[kind]!.AsArray().OfType<JsonObject>().ToDictionary(entry => ScimJson.Text(entry, "id")!, StringComparer.Ordinal);

    private static IEnumerable<string> Lines(string kind, Dictionary<string, JsonObject> old, Dictionary<string, JsonObject> now) =>
    [
        .. now.Where(entry => !old.ContainsKey(entry.Key)).Select(entry => $"add the {kind} {Words(entry.Value)}"),
        .. old.Where(entry => !now.ContainsKey(entry.Key)).Select(entry => $"delete the {kind} {Name(entry.Value)}"),
        .. now.Where(entry => old.TryGetValue(entry.Key, out var was) && !JsonNode.DeepEquals(was, entry.Value))
            .Select(entry => $"change the {kind} {Name(old[entry.Key])}: {string.Join(", ", Changes(old[entry.Key], entry.Value))}"),
    ];

    private static IEnumerable<string> Changes(JsonObject was, JsonObject now) =>
        now.Where(member => !JsonNode.DeepEquals(was[member.Key], member.Value)).Select(member => $"{member.Key} is {Word(member.Value)}");

    private static string Words(JsonObject entry) =>
        string.Join(", ", entry.Where(member => member.Value is not (null or JsonArray { Count: 0 })).Select(member => $"{member.Key} {Word(member.Value)}"));

    private static string Name(JsonObject entry) => ScimJson.Text(entry, "userName") ?? ScimJson.Text(entry, "displayName") ?? ScimJson.Text(entry, "id")!;

    private static string Word(JsonNode? value) => value is null ? "empty" : ScimJson.Write(value);
}
