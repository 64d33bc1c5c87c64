using System.Collections.Concurrent;
using Conformance.Scim;
using static Conformance.ReferenceSp.Scim.Flawed.ScimFlaws;

namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>Who may ask, and whose users they get.</summary>
internal static class AccessFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        Of("open", "Answers everybody, token or none.", ["SCS-01"], scim => scim with { Admits = (_, _) => true }),
        Of("any-token", "Looks whether there is a token, and not which.", ["SCS-01"], scim => scim with { Admits = (text, _) => text is not null }),
        Of("read-only-writes", "Lets a token that may only read write.", ["SCS-44"], scim => scim with { HonoursReadOnlyTokens = false }),
        Of("revoked-lives", "Takes a revoked key off the page, and goes on answering whoever sends it.", [], scim => scim with { HonoursRevocation = false }),
        Of("revokes-all", "Revokes all keys that a company has made when one of them is revoked.", [], scim => scim with
        {
            Falls = (revoked, token) => token.Company == revoked.Company && token.WasMadeHere,
        }) with { IsFalselyStrict = true },
        Of("crosses-tenants", "Finds a user by the id alone, whichever company asks.", ["SCS-43"], scim => scim with { KeepsCompaniesApart = false }),
        Of("breaks-when-busy", "Fails itself, instead of asking for patience, when one user is read more than a dozen times within a minute.", ["SCS-46"], scim =>
        {
            var reads = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
            return scim with
            {
                Instead = (call, _) => call is { Method: "GET", Path: ["Users", var id] } && reads.AddOrUpdate($"{id} {call.Now:HH:mm}", 1, (_, times) => times + 1) > 12
                    ? ScimAnswer.Refused(500, null, "The pool has no connection left.")
                    : null,
            };
        }),
        Of("lists-all-tenants", "Lists the users of all companies.", ["SCS-43"], scim => scim with { ListsAllCompanies = true }),
        Of("external-id-global", "Takes externalId for its own key, unique over all companies.", ["SCS-12"], scim =>
        {
            var seen = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
            return scim with
            {
                Instead = (call, _) => call.IsFor("POST", "Users") && ScimJson.Text(ScimJson.TryParseObject(call.BodyText), "externalId") is { } id
                    && seen.GetOrAdd(id, call.Company.Key) != call.Company.Key
                        ? ScimAnswer.Refused(409, ScimTypes.Uniqueness, "The externalId is taken.")
                        : null,
            };
        }),
        Of("any-domain", "Takes users of every e-mail domain.", [], scim => scim with { ChecksDomains = false }),
    ];
}
