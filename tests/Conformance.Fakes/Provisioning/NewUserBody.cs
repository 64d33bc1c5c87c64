using System.Text.Json.Nodes;

namespace Conformance.Fakes.Provisioning;

/// <summary>What a flawed client does to the body of a new user; a sound one leaves it alone.</summary>
internal static class NewUserBody
{
    public static JsonObject Of(JsonObject body, SourcePerson person, ClientHabits habits)
    {
        if (habits.SendsOwnId)
        {
            body["id"] = person.Id;
        }

        if (!habits.SendsSchemas)
        {
            body.Remove("schemas");
        }

        if (habits.WritesBooleansAsText)
        {
            body["active"] = "True";
        }

        if (habits.SendsPassword && person.Password is { } password)
        {
            body["password"] = password;
        }

        if (habits.SendsTwoPrimaries && body["emails"] is JsonArray emails)
        {
            emails.Add((JsonNode)new JsonObject { ["primary"] = true, ["type"] = "home", ["value"] = $"home.{person.Email}" });
        }

        if (!habits.ManagersBeforeReports && person.ManagerId is { } manager)
        {
            body[ResourcePath.EnterpriseUser] ??= new JsonObject();
            body[ResourcePath.EnterpriseUser]!["manager"] = new JsonObject { ["value"] = manager };
        }

        return body;
    }
}
