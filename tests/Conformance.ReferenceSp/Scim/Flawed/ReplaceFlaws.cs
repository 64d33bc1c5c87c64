using System.Text.Json.Nodes;
using Conformance.Scim;
using static Conformance.ReferenceSp.Scim.Flawed.ScimFlaws;

namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>What goes wrong when users are replaced and deleted.</summary>
internal static class ReplaceFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        Reads("put-does-nothing", "Answers PUT with the user as it was.", ["SCS-23", "SCS-29", "SCS-31", "SCS-32"], call => call.Method == "PUT" ? call with { Method = "GET" } : call),
        Answers("put-refuses-id", "Refuses a replacement whose id is another, instead of ignoring the id.", ["SCS-23"], call =>
            call.Method == "PUT" && ScimJson.Text(ScimJson.TryParseObject(call.BodyText), "id") is { } id && id != call.Id ? ScimAnswer.Refused(400, ScimTypes.Mutability, "The id is another.") : null),
        Writes("put-creates", "Creates what is to be replaced and does not exist.", ["SCS-23"], (call, answer) =>
            call.Method == "PUT" && answer.Status == 404 ? new ScimAnswer(201, call.Body) { Location = $"{call.BaseUrl}/Users/{call.Id}" } : answer),
        Reads("put-keeps-active", "Does not change active by PUT.", ["SCS-29"], call => call.Method == "PUT" ? call.Body(body => body.Remove("active")) : call),
        Reads("put-activates", "Activates a user whose replacement does not mention active.", ["SCS-32"], call => call.Method == "PUT" ? call.Body(body => body["active"] ??= true) : call),
        Of("delete-does-nothing", "Answers 204 and keeps the user.", ["SCS-30", "SCS-32", "SCS-33", "SCS-34"], scim => scim with
        {
            Instead = (call, _) => call.Method == "DELETE" ? new ScimAnswer(204) : null,
        }),
        Writes("delete-is-ok", "Answers 200 to a deletion.", ["SCS-30", "SCS-33"], (call, answer) => call.Method == "DELETE" && answer.Status == 204 ? new ScimAnswer(200, new JsonObject()) : answer),
        Writes("delete-forgives", "Answers 204 to the deletion of what does not exist.", ["SCS-33"], (call, answer) => call.Method == "DELETE" && answer.Status == 404 ? new ScimAnswer(204) : answer),
        Reads("group-forgets-members", "Creates groups without their members.", ["SCS-34"], call =>
            call.IsFor("POST", "Groups") && call.Path.Count == 1 ? call.Body(body => body.Remove("members")) : call),
        Reads("group-needs-no-name", "Creates groups without a name.", ["SCS-34"], call =>
            call.IsFor("POST", "Groups") && call.Path.Count == 1 ? call.Body(body => body["displayName"] ??= "Unnamed") : call),
        Writes("hides-groups", "Does not show with a user which groups it is in.", ["SCS-35"], (call, answer) =>
            call.Path is ["Users", ..] ? answer.WithResources(resource => resource.Remove("groups")) : answer),
        Of("group-takes-anyone", "Takes members who do not exist.", ["SCS-34"], scim => scim with { ChecksMembers = false }),
    ];
}
