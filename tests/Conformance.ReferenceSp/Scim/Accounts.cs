using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceSp.Companies;
using Conformance.Scim;

namespace Conformance.ReferenceSp.Scim;

/// <summary>A SCIM user and the account that it is.</summary>
internal static class Accounts
{
    // The one group that means more than itself: its members administrate.
    private const string AdministratorsGroup = "Admins";
    private const string Administrator = "Admin";

    public static ReferenceUser From(ScimResource resource, Company company, ReferenceUser? before)
    {
        var content = resource.Content;
        var given = Roles(content).FirstOrDefault() ?? before?.RoleGiven;
        return new ReferenceUser
        {
            Id = resource.Id,
            Dress = company.Configuration.Dress,
            Company = company.Configuration.Domain,
            Identifier = resource.Name,
            Email = Email(content) ?? (resource.Name.Contains('@', StringComparison.Ordinal) ? resource.Name : ""),
            Role = given ?? before?.Role ?? company.Configuration.DefaultRole,
            RoleGiven = given,
            Profile = Profile(content),
            Suspended = content["active"]?.GetValueKind() == JsonValueKind.False,
            Password = ScimJson.Text(content, "password") ?? before?.Password,
            IsProvisioned = true,
        };
    }

    public static JsonObject ToContent(ReferenceUser account)
    {
        var content = ScimJson.NewObject();
        content["schemas"] = new JsonArray(ScimUrns.User);
        content["userName"] = account.Identifier;
        content["displayName"] = account.DisplayName;
        content["active"] = !account.Suspended;
        if (account.Email.Length > 0)
        {
            content["emails"] = new JsonArray(new JsonObject(ScimJson.NodeOptions) { ["value"] = account.Email, ["type"] = "work", ["primary"] = true });
        }

        return content;
    }

    public static string RoleOf(IEnumerable<string> groups, string otherwise) =>
        groups.Contains(AdministratorsGroup, StringComparer.OrdinalIgnoreCase) ? Administrator : otherwise;

    private static Dictionary<string, string> Profile(JsonObject content)
    {
        var name = content["name"] as JsonObject;
        var fields = new Dictionary<string, string?>
        {
            ["firstName"] = ScimJson.Text(name, "givenName"),
            ["lastName"] = ScimJson.Text(name, "familyName"),
            ["displayName"] = ScimJson.Text(content, "displayName"),
            ["email"] = Email(content),
        };
        return fields.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!);
    }

    private static string? Email(JsonObject content)
    {
        var emails = (content["emails"] as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        return ScimJson.Text(emails.Find(email => email["primary"]?.GetValueKind() == JsonValueKind.True) ?? emails.FirstOrDefault(), "value");
    }

    private static IEnumerable<string> Roles(JsonObject content) =>
        (content["roles"] as JsonArray)?.OfType<JsonObject>().Select(role => ScimJson.Text(role, "value")).OfType<string>() ?? [];
}
