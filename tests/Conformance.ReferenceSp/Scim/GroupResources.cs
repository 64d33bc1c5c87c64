using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Schemas;

namespace Conformance.ReferenceSp.Scim;

/// <summary>The groups.</summary>
internal sealed class GroupResources(ScimStore store, ScimBlueprint blueprint) : ScimResources("Groups", CoreSchemas.Groups, store, blueprint)
{
    protected override JsonObject Filled(JsonObject content, ScimResource? before) => content;

    protected override void Check(ScimCall call, JsonObject content, string? id)
    {
        if (!Blueprint.ChecksMembers || content["members"] is not JsonArray members)
        {
            return;
        }

        foreach (var member in members.OfType<JsonObject>())
        {
            var value = ScimJson.Text(member, "value");
            if (value is null || (Store.Find(call.Company, "Users", value, call.Now) ?? Store.Find(call.Company, "Groups", value, call.Now)) is null)
            {
                throw new ScimException(ScimTypes.InvalidValue, $"There is no \"{value}\" that could be a member.");
            }
        }
    }

    protected override void Complete(ScimCall call, ScimResource resource, JsonObject full)
    {
        foreach (var member in (full["members"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var id = ScimJson.Text(member, "value") ?? "";
            var user = Store.Find(call.Company, "Users", id, call.Now);
            member["$ref"] = $"{call.BaseUrl}/{(user is null ? "Groups" : "Users")}/{id}";
            member["type"] = user is null ? "Group" : "User";
            member["display"] = (user ?? Store.Find(call.Company, "Groups", id, call.Now))?.Name ?? "";
        }
    }
}
