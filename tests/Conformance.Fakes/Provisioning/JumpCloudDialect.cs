using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>What JumpCloud sends: PATCH messages as captured [C], the rest from memory [M].</summary>
internal sealed class JumpCloudDialect(JumpCloudSettings settings) : IScimDialect
{
    public JsonObject NewUser(IReadOnlyList<KeyValuePair<string, string?>> values, bool active)
    {
        var user = new JsonObject { ["schemas"] = new JsonArray(ResourcePath.User), ["active"] = active };
        foreach (var (path, value) in values.Where(value => value.Value is not null))
        {
            ResourcePath.Write(user, path, value);
        }

        if (user.ContainsKey(ResourcePath.EnterpriseUser))
        {
            user["schemas"] = new JsonArray(ResourcePath.User, ResourcePath.EnterpriseUser);
        }

        return user;
    }

    public IEnumerable<JsonObject> Changes(IReadOnlyList<KeyValuePair<string, string?>> changes, Func<string, bool> isThere) =>
        changes.Select(change => change.Value is null
            ? new JsonObject { ["op"] = "remove", ["path"] = change.Key }
            : new JsonObject { ["op"] = isThere(change.Key) ? "replace" : "add", ["path"] = change.Key, ["value"] = change.Value });

    public JsonObject Activity(bool active) => new() { ["op"] = "replace", ["path"] = "active", ["value"] = active };

    public JsonObject Manager(string id) =>
        new() { ["op"] = "add", ["path"] = ResourcePath.EnterpriseUser + ":manager", ["value"] = new JsonObject { ["value"] = id } };

    public JsonObject NewGroup(SourceGroup group) =>
        new() { ["schemas"] = new JsonArray(ResourcePath.Group), ["displayName"] = group.DisplayName, ["externalId"] = group.Id };

    public JsonObject Rename(string name) => new() { ["op"] = "replace", ["path"] = "displayName", ["value"] = name };

    public IEnumerable<JsonObject> AddMembers(IReadOnlyList<string> ids) =>
        [new JsonObject { ["op"] = "add", ["path"] = "members", ["value"] = Members(ids) }];

    public IEnumerable<JsonObject> RemoveMembers(IReadOnlyList<string> ids) => settings.RemovesMembersByFilter
        ? ids.Select(id => new JsonObject { ["op"] = "remove", ["path"] = $"members[value eq \"{id}\"]" })
        : [new JsonObject { ["op"] = "remove", ["path"] = "members", ["value"] = Members(ids) }];

    private static JsonArray Members(IReadOnlyList<string> ids) => [.. ids.Select(id => (JsonNode)new JsonObject { ["value"] = id })];
}
