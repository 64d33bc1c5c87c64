using System.Collections.Concurrent;
using Conformance.ReferenceSp.Sessions;
using Conformance.Scim;
using static Conformance.ReferenceSp.Scim.Flawed.ScimFlaws;

namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>Where sign-in and provisioning do not agree about one person.</summary>
internal static class CrossFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        Of("session-outlives-account", "Leaves the sessions of a deactivated user alive.", ["X-02"], scim => scim with { EndsSessions = false }),
        Of("login-overwrites-profile", "Lets a login change the profile that SCIM has set.", ["X-08"], scim => scim with { OwnsProfiles = false }),
        new("deactivated-sign-in", "Signs in whom SCIM has deactivated, as long as the identity provider does.", ["X-02", "X-09"], blueprint => blueprint.Without("suspended") with { Scim = blueprint.Scim with { EndsSessions = false } }),
        new("scim-account-apart", "Keeps the accounts that sign-in makes and those that SCIM makes apart, so that a person has two.", ["X-01", "X-10"], blueprint => blueprint with
        {
            Scim = blueprint.Scim with { KeepsUserNamesUnique = false },
            FindUser = (users, attempt) => UserDirectory.Find(users, attempt) is >= 0 and var index && !users[index].IsProvisioned ? index : -1,
        }),
        Of("brings-back", "Keeps the account of a deleted user, and shows it again under its old id.", ["X-03"], scim => scim with { ForgetsDeleted = false }),
        Of("stays-deactivated", "Lets nobody in again whom SCIM has deactivated once.", ["X-04"], scim => scim with { Reactivates = false }),
        Of("forgets-rename", "Goes on looking for a renamed user under the first name.", ["X-06"], scim => scim with { CarriesRenames = false }),
        Of("user-name-global", "Takes userName for unique over all companies.", ["SCS-43", "X-12"], scim =>
        {
            var seen = new ConcurrentDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            return scim with
            {
                Instead = (call, _) => call.IsFor("POST", "Users") && ScimJson.Text(ScimJson.TryParseObject(call.BodyText), "userName") is { } name
                    && seen.GetOrAdd(name, call.Company.Key) != call.Company.Key
                        ? ScimAnswer.Refused(409, ScimTypes.Uniqueness, "The userName is taken.")
                        : null,
            };
        }),
    ];
}
