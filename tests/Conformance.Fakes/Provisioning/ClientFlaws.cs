using System.Text;

namespace Conformance.Fakes.Provisioning;

/// <summary>Every flaw of a provisioning client that can be switched on.</summary>
public static class ClientFlaws
{
    private const int Storm = 50;

    /// <summary>The catalogue.</summary>
    public static IReadOnlyList<ClientFlaw> All { get; } =
    [
        new("client-needs-discovery", "Without ServiceProviderConfig it does nothing.", "SCC-01", habits => habits with { NeedsDiscovery = true }),
        new("client-sends-plain-text", "What it sends is called text/plain.", "SCC-02", habits => habits with { ContentType = "text/plain" }),
        new("client-token-in-address", "The token stands in the address, where every log keeps it.", "SCC-02", habits => habits with { SendsTokenInHeader = false }),
        new("client-no-lookup", "It creates without looking.", "SCC-03", habits => habits with { LooksUpFirst = false }),
        new("client-raw-filter", "Filters are not percent-encoded: a plus becomes a space.", "SCC-03", habits => habits with { EncodesFilters = false }),
        new("client-raw-quotes", "Quotes in a filter's value are not escaped.", "SCC-03", habits => habits with { EscapesFilters = false }),
        new("client-sends-id", "It gives new users an id of its own.", "SCC-04", habits => habits with { SendsOwnId = true }),
        new("client-no-schemas", "What it creates names no schema.", "SCC-04", habits => habits with { SendsSchemas = false }),
        new("client-text-booleans", "Booleans are text.", "SCC-04", habits => habits with { WritesBooleansAsText = true }),
        new("client-keeps-own-id", "Later requests name the directory's identifier.", "SCC-05", habits => habits with { KeepsOwnId = true }),
        new("client-insists-on-creation", "A conflict is answered by the same request, fifty times.", "SCC-06", habits => habits with { LooksUpFirst = false, RepeatsAfterConflict = Storm }),
        new("client-forgets-lost-users", "Whom the server has lost stays lost, and nobody is told.", "SCC-07", habits => habits with { RecreatesLost = false, KeepsErrorDetail = false, RetriesLater = false }),
        new("client-capital-operations", "Operations are Add and Replace.", "SCC-08", habits => habits with { CapitalisesOperations = true }),
        new("client-no-patch-schema", "PATCH messages name no schema.", "SCC-08", habits => habits with { NamesPatchSchema = false }),
        new("client-hides-unsupported", "What cannot be changed is silently left as it is.", "SCC-08", habits => habits with { IsSuccess = status => status is < 300 or 501 }),
        new("client-blind-put", "PUT carries only what the client manages.", "SCC-09", habits => habits with { ReadsBeforePut = false }),
        new("client-never-deactivates", "Who is switched off stays active.", "SCC-10", habits => habits with { Deactivates = false }),
        new("client-never-reactivates", "Who is switched on again stays inactive.", "SCC-10", habits => habits with { Reactivates = false }),
        new("client-never-deletes", "Who is gone for good stays active.", "SCC-10", habits => habits with { HeedsDeletion = false }),
        new("client-insists-on-delete", "Who cannot be deleted is left active.", "SCC-10", habits => habits with { DeactivatesUndeletable = false, KeepsErrorDetail = false }),
        new("client-ignores-unassignment", "Who is not assigned any more stays active.", "SCC-11", habits => habits with { HeedsUnassignment = false }),
        new("client-removes-all-members", "Removing one member removes them all.", "SCC-12", habits => habits with { RemovesMembersByFilter = false }),
        new("client-sends-whole-groups", "A change of one member sends all of them.", "SCC-12", habits => habits with { SendsMembersAsDelta = false }),
        new("client-renames-as-new-group", "A group of another name is another group.", "SCC-12", habits => habits with { RenamesGroups = false }),
        new("client-forgets-members", "Groups come without members.", "SCC-12", habits => habits with { MostMembers = 0 }),
        new("client-small-groups-only", "Of a large group only the first fifty come.", "SCC-12", habits => habits with { MostMembers = Storm }),
        new("client-first-page-only", "Of a list in pages it reads the first.", "SCC-13", habits => habits with { ReadsAllPages = false }),
        new("client-insists-on-200", "Only 200 and 201 count as success.", "SCC-14", habits => habits with { IsSuccess = status => status is 200 or 201 }),
        new("client-insists-on-body", "An answer without a body counts as a failure.", "SCC-14", habits => habits with { TakesEmptyBodies = false }),
        new("client-insists-on-scim-json", "application/json counts as a failure.", "SCC-14", habits => habits with { TakesPlainJson = false }),
        new("client-trips-on-unknown", "An attribute that it does not know ends the cycle.", "SCC-14", habits => habits with { TakesUnknownAttributes = false }),
        new("client-case-of-names", "It knows \"id\" and not \"ID\".", "SCC-14", habits => habits with { TakesAnyCase = false }),
        new("client-ignores-retry-after", "Being asked to wait makes it no slower.", "SCC-15", habits => habits with { HeedsRetryAfter = false }),
        new("client-hammers", "What fails is repeated fifty times at once.", "SCC-15", habits => habits with { RepeatsAtOnce = Storm, HeedsRetryAfter = false }),
        new("client-silence-is-success", "A write without an answer counts as done.", "SCC-16", habits => habits with { TakesSilenceForSuccess = true }),
        new("client-repeats-blindly", "A creation without an answer is repeated without looking.", "SCC-16", habits => habits with { LooksUpFirst = false, RepeatsCreationBlindly = true }),
        new("client-storms-unauthorized", "A refused token is offered again for every person.", "SCC-17", habits => habits with { StopsWhenUnauthorized = false }),
        new("client-follows-redirects", "It takes its token to whatever host it is sent to.", "SCC-18", habits => habits with { FollowsRedirects = true }),
        new("client-trusts-any-certificate", "It talks to whoever answers.", "SCC-19", habits => habits),
        new("client-ignores-versions", "It writes over what somebody else has just written.", "SCC-20", habits => habits with { SendsIfMatch = false }),
        new("client-hides-errors", "What the server says about an error is lost.", "SCC-22", habits => habits with { KeepsErrorDetail = false }),
        new("client-groups-first", "Members are named before they exist.", "SCC-23", habits => habits with { UsersBeforeGroups = false }),
        new("client-reports-first", "People refer to a manager who does not exist yet.", "SCC-23", habits => habits with { ManagersBeforeReports = false }),
        new("client-sends-passwords", "Passwords travel along.", "SCC-24", habits => habits with { SendsPassword = true }),
        new("client-ascii-only", "Letters beyond ASCII become question marks.", "SCC-25", habits => habits with { Text = text => Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(text)) }),
        new("client-never-clears", "What became empty keeps its old value.", "SCC-25", habits => habits with { ClearsAttributes = false }),
        new("client-two-primaries", "Two e-mail addresses are primary.", "SCC-25", habits => habits with { SendsTwoPrimaries = true }),
        new("client-never-updates", "Changed attributes are not sent.", "SCC-25", habits => habits with { SendsChanges = false }),
        new("client-forgets-failures", "What fails once is never tried again.", "SCC-26", habits => habits with { RetriesLater = false }),
        new("client-floods", "Everything is sent at once.", "SCC-27", habits => habits with { Parallelism = 200 }),
        new("client-sends-everything", "Every cycle sends everybody.", "SCC-26", habits => habits with { SendsOnlyChanges = false }),
        new("client-renames-as-new", "A new user name makes a new user.", "SCC-29", habits => habits with { RenamesUsers = false }),
        new("client-deletes-strangers", "Whom the directory does not know is deleted at the server.", "SCC-30", habits => habits with { LeavesStrangers = false }),
        new("client-ignores-drift", "What was changed at the server is never noticed.", "SCC-30", habits => habits with { CorrectsDrift = false }),
    ];

    /// <summary>Whether a flaw of that name is one of a client's.</summary>
    public static bool Knows(string name) => All.Any(flaw => flaw.Name == name);

    /// <summary>The habits of a client with these flaws.</summary>
    public static ClientHabits Apply(IEnumerable<string> names) =>
        All.Where(flaw => names.Contains(flaw.Name, StringComparer.Ordinal)).Aggregate(ClientHabits.Sound, (habits, flaw) => flaw.Change(habits));
}
