using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Schemas;

namespace Conformance.ReferenceSp.Scim;

/// <summary>The users.</summary>
internal sealed class UserResources(ScimStore store, ScimBlueprint blueprint) : ScimResources("Users", CoreSchemas.Users, store, blueprint)
{
    protected override JsonObject Filled(JsonObject content, ScimResource? before)
    {
        // What a client does not say of "active" is no decision about the account; a password nobody can send back stays.
        content["active"] ??= before?.Content["active"]?.DeepClone() ?? JsonValue.Create(true);
        if (before?.Content["password"] is { } password && !content.ContainsKey("password"))
        {
            content["password"] = password.DeepClone();
        }

        return content;
    }

    protected override void Check(ScimCall call, JsonObject content, string? id)
    {
        var userName = ScimJson.Text(content, "userName") ?? "";
        if (userName.Trim().Length == 0)
        {
            throw new ScimException(ScimTypes.InvalidValue, "\"userName\" is empty.");
        }

        var domains = call.Company.VerifiedDomains;
        if (Blueprint.ChecksDomains && call.Company.Configuration.Dress != Dress.Generic && domains.Count > 0 && userName.LastIndexOf('@') is >= 0 and var at
            && !domains.Any(domain => Ascii.EqualsIgnoreCase(domain, userName[(at + 1)..])))
        {
            throw new ScimException(
                ScimTypes.InvalidValue,
                $"\"{userName[(at + 1)..]}\" is no domain of this company; it has {string.Join(", ", domains)}. Ask support to add it as a secondary domain.");
        }

        if (Blueprint.KeepsUserNamesUnique && (id is null || Blueprint.ChecksRenames) && Store.IsTaken(call.Company, userName, id, call.Now))
        {
            throw new ScimException(new ScimError(409, ScimTypes.Uniqueness, $"The user name \"{userName}\" is taken."));
        }
    }

    protected override void Complete(ScimCall call, ScimResource resource, JsonObject full)
    {
        var groups = Store.GroupsOf(resource.Id).Select(group => (JsonNode)new JsonObject(ScimJson.NodeOptions)
        {
            ["value"] = group.Id,
            ["$ref"] = $"{call.BaseUrl}/Groups/{group.Id}",
            ["display"] = group.Name,
            ["type"] = "direct",
        }).ToArray();
        if (groups.Length > 0)
        {
            full["groups"] = new JsonArray(groups);
        }

        if (full[ScimUrns.EnterpriseUser] is JsonObject enterprise && enterprise["manager"] is JsonObject manager
            && ScimJson.Text(manager, "value") is { } id && Store.Find(call.Company, "Users", id, call.Now) is { } boss)
        {
            manager["$ref"] = $"{call.BaseUrl}/Users/{id}";
            manager["displayName"] = ScimJson.Text(boss.Content, "displayName") ?? boss.Name;
        }

        full["active"] ??= JsonValue.Create(true);
        if (!Blueprint.OwnsProfiles && Store.DisplayNameOf(resource.Id) is { } name)
        {
            full["displayName"] = name;
        }
    }
}
