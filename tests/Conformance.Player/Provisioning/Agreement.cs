using System.Text.Json.Nodes;
using Conformance.Fakes.Provisioning;
using Conformance.Fakes.ScimServer;

namespace Conformance.Player.Provisioning;

/// <summary>Whether server and directory agree: everybody there once, nobody twice, nobody lost, nobody still active who must not be.</summary>
internal static class Agreement
{
    private static readonly (string Path, Func<SourcePerson, string?> Of)[] Names =
    [
        ("name.givenName", person => person.GivenName),
        ("name.familyName", person => person.FamilyName),
        ("emails[type eq \"work\"].value", person => person.Email),
        ("title", person => person.Title),
        ("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", person => person.Department),
    ];

    /// <summary>What differs first, in words; <c>null</c>: nothing.</summary>
    public static string? Difference(SourceDirectory directory, FakeScimServer server, IReadOnlySet<string> strangers, Func<string, bool> claims)
    {
        var users = server.AllUsers;
        var known = new HashSet<JsonObject>();
        foreach (var person in directory.People)
        {
            var own = users.Where(user => IsOf(user, person)).ToList();
            known.UnionWith(own);
            if (OfPerson(person, own, claims) is { } difference)
            {
                return difference;
            }
        }

        var extra = users.Where(user => !known.Contains(user) && IsActive(user))
            .Select(user => ResourcePath.Read(user, "userName")).FirstOrDefault(name => !strangers.Contains(name ?? string.Empty));
        return extra is not null ? $"the server has an active user \"{extra}\", and the directory has nobody of that name"
            : claims("client-groups") ? OfGroups(directory, server, users)
            : null;
    }

    private static string? OfPerson(SourcePerson person, List<JsonObject> own, Func<string, bool> claims)
    {
        if (!person.IsAssigned || !person.IsEnabled || person.IsSoftDeleted)
        {
            return own.Exists(IsActive) ? $"{person.UserName} must not have access, and is an active user at the server" : null;
        }

        if (own.Count != 1)
        {
            return own.Count == 0 ? $"{person.UserName} is not at the server" : $"{person.UserName} is at the server {own.Count} times";
        }

        if (!IsActive(own[0]))
        {
            return $"{person.UserName} has access, and is an inactive user at the server";
        }

        foreach (var (path, of) in Names)
        {
            var (expected, actual) = (of(person), ResourcePath.Read(own[0], path));
            if (expected is null ? actual is not null && claims("client-clears") : !string.Equals(expected, actual, StringComparison.Ordinal) && (actual is not null || IsUsual(path)))
            {
                return $"{person.UserName} has {path} \"{expected}\" in the directory and \"{actual}\" at the server";
            }
        }

        return null;
    }

    // Every client sends names; what else it maps is its own affair, as long as it keeps what it maps in step.
    private static bool IsUsual(string path) => path.StartsWith("name.", StringComparison.Ordinal);

    private static string? OfGroups(SourceDirectory directory, FakeScimServer server, IReadOnlyList<JsonObject> users)
    {
        var groups = server.AllGroups;
        foreach (var group in directory.Groups.Where(group => group.IsAssigned))
        {
            var own = groups.Where(other => ResourcePath.Read(other, "displayName") == group.DisplayName).ToList();
            if (own.Count != 1)
            {
                return $"the group \"{group.DisplayName}\" is at the server {own.Count} times";
            }

            var expected = group.MemberIds.Select(directory.Person).OfType<SourcePerson>()
                .Where(person => person is { IsAssigned: true, IsEnabled: true, IsSoftDeleted: false })
                .SelectMany(person => users.Where(user => IsOf(user, person))).Select(user => ResourcePath.Read(user, "id")!).Order(StringComparer.Ordinal).ToList();
            var away = group.MemberIds.Select(directory.Person).OfType<SourcePerson>()
                .SelectMany(person => users.Where(user => IsOf(user, person))).Select(user => ResourcePath.Read(user, "id")!).ToHashSet(StringComparer.Ordinal);
            var actual = Members(own[0]).ToList();
            var missing = expected.Except(actual).Count();

            // Whoever is switched off may stay a member: the membership gives them nothing.
            var surplus = actual.Except(away).Count();
            if (missing > 0 || surplus > 0 || actual.Count != actual.Distinct(StringComparer.Ordinal).Count())
            {
                return $"the group \"{group.DisplayName}\" has {actual.Count} members at the server; {missing} are missing and {surplus} do not belong there";
            }
        }

        var extra = groups.Select(group => ResourcePath.Read(group, "displayName")).FirstOrDefault(name => !directory.Groups.Any(group => group.IsAssigned && group.DisplayName == name));
        return extra is null ? null : $"the server has a group \"{extra}\", and the directory has none of that name";
    }

    private static IEnumerable<string> Members(JsonObject group) =>
        (ResourcePath.Find(group, "members") as JsonArray ?? []).OfType<JsonObject>().Select(member => ResourcePath.Read(member, "value")!);

    private static bool IsActive(JsonObject user) => ResourcePath.Read(user, "active") is not "false";

    private static bool IsOf(JsonObject user, SourcePerson person)
    {
        var name = ResourcePath.Read(user, "userName");
        return string.Equals(name, person.UserName, StringComparison.OrdinalIgnoreCase) || string.Equals(name, person.Email, StringComparison.OrdinalIgnoreCase);
    }
}
