using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>What Entra ID sends. [V], see the issue pages and the compatibility article of its documentation.</summary>
internal sealed class EntraDialect(EntraSettings settings) : IScimDialect
{
    // [V] an extra schema that new groups name.
    private const string ActiveDirectoryGroup = "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group";

    // [V] the order of the documented message; what that message lacks stands where it does no harm.
    private static readonly string[] Order =
    [
        "schemas", "externalId", "userName", "active", "displayName", "title", "emails", "meta", "name", ResourcePath.EnterpriseUser, "roles",
    ];

    private bool IsStandard => settings.Dialect == EntraPatchDialect.AadOptscim062020;

    public JsonObject NewUser(IReadOnlyList<KeyValuePair<string, string?>> values, bool active)
    {
        var user = new JsonObject
        {
            ["schemas"] = new JsonArray(ResourcePath.User, ResourcePath.EnterpriseUser),
            ["active"] = active,
            ["meta"] = new JsonObject { ["resourceType"] = "User" },
            ["roles"] = new JsonArray(),
        };
        foreach (var (path, value) in values)
        {
            if (value is not null)
            {
                ResourcePath.Write(user, path, value);
            }
            else if (settings.SendsNulls)
            {
                user[path.Split('.', '[')[0]] ??= null;
            }
        }

        return new JsonObject(user.OrderBy(member => Array.IndexOf(Order, member.Key) is >= 0 and var place ? place : Order.Length)
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
    }

    public IEnumerable<JsonObject> Changes(IReadOnlyList<KeyValuePair<string, string?>> changes, Func<string, bool> isThere)
    {
        // [V] null attributes are skipped: Entra ID cannot clear. An administrator's switch makes it remove, for clients that claim to.
        var sent = changes.Where(change => change.Value is not null || settings.ClearsAttributes).ToList();
        foreach (var (path, value) in sent.Where(change => change.Value is null || !IsStandard || change.Key.Contains('[', StringComparison.Ordinal)))
        {
            yield return value is null ? Operation("Remove", path) : Operation(isThere(path) ? "Replace" : "Add", path, value);
        }

        // [V] with the flag everything without a filter is merged into one operation without a path, its keys dotted.
        var merged = sent.Where(change => IsStandard && change.Value is not null && !change.Key.Contains('[', StringComparison.Ordinal)).ToList();
        if (merged.Count > 0)
        {
            yield return new JsonObject
            {
                ["op"] = "replace",
                ["value"] = new JsonObject(merged.Select(change => KeyValuePair.Create(change.Key, (JsonNode?)change.Value))),
            };
        }
    }

    public JsonObject Activity(bool active) => IsStandard
        ? new JsonObject { ["op"] = "replace", ["path"] = "active", ["value"] = active }
        : new JsonObject { ["op"] = settings.ActivityOperation, ["path"] = "active", ["value"] = Write(active) };

    public JsonObject Manager(string id) => IsStandard
        ? new JsonObject { ["op"] = "add", ["path"] = ResourcePath.EnterpriseUser + ":manager", ["value"] = new JsonObject { ["value"] = id } }
        : new JsonObject { ["op"] = "Add", ["path"] = ResourcePath.EnterpriseUser + ":manager", ["value"] = new JsonArray(new JsonObject { ["$ref"] = null, ["value"] = id }) };

    public JsonObject NewGroup(SourceGroup group) => new()
    {
        ["schemas"] = new JsonArray(ResourcePath.Group, ActiveDirectoryGroup),
        ["externalId"] = group.Id,
        ["displayName"] = group.DisplayName,
        ["meta"] = new JsonObject { ["resourceType"] = "Group" },
    };

    public JsonObject Rename(string name) => Operation("Replace", "displayName", name);

    public IEnumerable<JsonObject> AddMembers(IReadOnlyList<string> ids) => [Operation("Add", "members", Members(ids))];

    // [V] without the flag the removal carries a list, which a server that goes by the RFC reads as "remove all".
    public IEnumerable<JsonObject> RemoveMembers(IReadOnlyList<string> ids) => IsStandard
        ? ids.Select(id => new JsonObject { ["op"] = "remove", ["path"] = $"members[value eq \"{id}\"]" })
        : [Operation("Remove", "members", Members(ids))];

    private static JsonArray Members(IReadOnlyList<string> ids) =>
        [.. ids.Select(id => (JsonNode)new JsonObject { ["$ref"] = null, ["value"] = id })];

    private JsonObject Operation(string operation, string path, JsonNode? value = null)
    {
        var written = new JsonObject { ["op"] = IsStandard ? operation.ToLowerInvariant() : operation, ["path"] = path };
        if (value is not null)
        {
            written["value"] = value;
        }

        return written;
    }

    private JsonNode Write(bool active) => settings.ActivityValue switch
    {
        EntraActivityValue.CapitalText => active ? "True" : "False",
        EntraActivityValue.LowerText => active ? "true" : "false",
        _ => active,
    };
}
