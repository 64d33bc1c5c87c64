using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Fakes.Provisioning;

namespace Conformance.Player.Provisioning;

/// <summary>The directory as a file, for clients that are commands.</summary>
internal static class DirectoryFile
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SourceDirectory directory) => Document(directory).ToJsonString(Readable);

    /// <summary>What is in the file.</summary>
    public static JsonObject Document(SourceDirectory directory) => new()
    {
        ["users"] = new JsonArray([.. directory.People.Select(Person)]),
        ["groups"] = new JsonArray([.. directory.Groups.Select(Group)]),
    };

    private static JsonNode Person(SourcePerson person) => new JsonObject
    {
        ["id"] = person.Id,
        ["userName"] = person.UserName,
        ["email"] = person.Email,
        ["givenName"] = person.GivenName,
        ["familyName"] = person.FamilyName,
        ["displayName"] = person.DisplayName,
        ["title"] = person.Title,
        ["department"] = person.Department,
        ["employeeNumber"] = person.EmployeeNumber,
        ["managerId"] = person.ManagerId,
        ["password"] = person.Password,
        ["enabled"] = person.IsEnabled && !person.IsSoftDeleted,
        ["assigned"] = person.IsAssigned,
    };

    private static JsonNode Group(SourceGroup group) => new JsonObject
    {
        ["id"] = group.Id,
        ["displayName"] = group.DisplayName,
        ["members"] = new JsonArray([.. group.MemberIds.Select(id => (JsonNode)id)]),
        ["assigned"] = group.IsAssigned,
    };
}
