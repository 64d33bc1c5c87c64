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
            if (value is null || (Known(call, "Users", value) ?? Known(call, "Groups", value)) is null)
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
            var user = Known(call, "Users", id);
            member["$ref"] = $"{call.BaseUrl}/{(user is null ? "Groups" : "Users")}/{id}";
            member["type"] = user is null ? "Group" : "User";
            member["display"] = (user ?? Known(call, "Groups", id))?.Name ?? "";
        }
    }

    private ScimResource? Known(ScimCall call, string type, string id) =>
        Blueprint.KeepsCompaniesApart ? Store.Find(call.Company, type, id, call.Now) : Store.FindAnywhere(type, id);
}
