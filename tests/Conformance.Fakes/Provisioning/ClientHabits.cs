namespace Conformance.Fakes.Provisioning;

/// <summary>How a provisioning client behaves beside what its vendor decides. As it stands it is sound; a flaw is another value of one of these.</summary>
public sealed record ClientHabits
{
    /// <summary>Nothing is wrong.</summary>
    public static ClientHabits Sound { get; } = new();

    /// <summary>The media type of what is sent.</summary>
    public string ContentType { get; init; } = "application/scim+json";

    /// <summary>Whether the token is sent in the Authorization header, and not in the address.</summary>
    public bool SendsTokenInHeader { get; init; } = true;

    /// <summary>Whether filters are percent-encoded.</summary>
    public bool EncodesFilters { get; init; } = true;

    /// <summary>Whether a quote or backslash in a filter's value is escaped.</summary>
    public bool EscapesFilters { get; init; } = true;

    /// <summary>Whether a user is looked for before one is created.</summary>
    public bool LooksUpFirst { get; init; } = true;

    /// <summary>Whether an identifier of the client's own making is sent with a new user.</summary>
    public bool SendsOwnId { get; init; }

    /// <summary>Whether <c>schemas</c> stands in what is created.</summary>
    public bool SendsSchemas { get; init; } = true;

    /// <summary>Whether Booleans are written as text.</summary>
    public bool WritesBooleansAsText { get; init; }

    /// <summary>Whether the directory's identifier is taken for the server's.</summary>
    public bool KeepsOwnId { get; init; }

    /// <summary>How often a refused creation is repeated at once.</summary>
    public int RepeatsAfterConflict { get; init; }

    /// <summary>Whether a user whom the server has lost is created anew.</summary>
    public bool RecreatesLost { get; init; } = true;

    /// <summary>Whether PATCH messages name their schema.</summary>
    public bool NamesPatchSchema { get; init; } = true;

    /// <summary>Whether operations begin with a capital letter.</summary>
    public bool CapitalisesOperations { get; init; }

    /// <summary>Whether a user is read before it is replaced, so that what the client does not manage survives.</summary>
    public bool ReadsBeforePut { get; init; } = true;

    /// <summary>Whether people who are switched off are deactivated.</summary>
    public bool Deactivates { get; init; } = true;

    /// <summary>Whether people who are switched on again are reactivated, and not created a second time.</summary>
    public bool Reactivates { get; init; } = true;

    /// <summary>Whether people who are not assigned any more are deactivated.</summary>
    public bool HeedsUnassignment { get; init; } = true;

    /// <summary>Whether people who are gone for good are deleted or at least deactivated.</summary>
    public bool HeedsDeletion { get; init; } = true;

    /// <summary>Whether one member is removed alone, and not all of them.</summary>
    public bool RemovesMembersByFilter { get; init; } = true;

    /// <summary>Whether members are changed one by one, and not sent as a whole.</summary>
    public bool SendsMembersAsDelta { get; init; } = true;

    /// <summary>Whether a group of another name is the same group.</summary>
    public bool RenamesGroups { get; init; } = true;

    /// <summary>How many members one request may add.</summary>
    public int MembersPerRequest { get; init; } = 100;

    /// <summary>The statuses that are taken for success.</summary>
    public Func<int, bool> IsSuccess { get; init; } = status => status is >= 200 and < 300;

    /// <summary>Whether an answer without a body is good enough.</summary>
    public bool TakesEmptyBodies { get; init; } = true;

    /// <summary>Whether <c>application/json</c> is read as well.</summary>
    public bool TakesPlainJson { get; init; } = true;

    /// <summary>Whether attributes that the client does not know are passed over.</summary>
    public bool TakesUnknownAttributes { get; init; } = true;

    /// <summary>Whether names of attributes are read whatever their case.</summary>
    public bool TakesAnyCase { get; init; } = true;

    /// <summary>Whether a server that asks to wait is left alone meanwhile.</summary>
    public bool HeedsRetryAfter { get; init; } = true;

    /// <summary>How often a request is repeated at once when it fails.</summary>
    public int RepeatsAtOnce { get; init; }

    /// <summary>Whether what failed is tried again in a later cycle.</summary>
    public bool RetriesLater { get; init; } = true;

    /// <summary>Whether a write without an answer counts as done.</summary>
    public bool TakesSilenceForSuccess { get; init; }

    /// <summary>Whether a creation without an answer is repeated without looking.</summary>
    public bool RepeatsCreationBlindly { get; init; }

    /// <summary>Whether the first refusal of the token ends the cycle.</summary>
    public bool StopsWhenUnauthorized { get; init; } = true;

    /// <summary>Whether redirects are followed, token and all.</summary>
    public bool FollowsRedirects { get; init; }

    /// <summary>Whether changes carry If-Match where the server gives versions.</summary>
    public bool SendsIfMatch { get; init; } = true;

    /// <summary>Whether the server's own words about an error are kept.</summary>
    public bool KeepsErrorDetail { get; init; } = true;

    /// <summary>How many members of a group are cared for.</summary>
    public int MostMembers { get; init; } = int.MaxValue;

    /// <summary>Whether the server has to describe itself.</summary>
    public bool NeedsDiscovery { get; init; }

    /// <summary>Whether a user who cannot be deleted is deactivated.</summary>
    public bool DeactivatesUndeletable { get; init; } = true;

    /// <summary>Whether users whom the directory does not know are left alone.</summary>
    public bool LeavesStrangers { get; init; } = true;

    /// <summary>Whether groups wait for their members.</summary>
    public bool UsersBeforeGroups { get; init; } = true;

    /// <summary>Whether a manager's own user is awaited before anybody refers to it.</summary>
    public bool ManagersBeforeReports { get; init; } = true;

    /// <summary>Whether passwords are sent.</summary>
    public bool SendsPassword { get; init; }

    /// <summary>How text is written.</summary>
    public Func<string, string> Text { get; init; } = text => text;

    /// <summary>Whether an attribute that became empty is removed at the server.</summary>
    public bool ClearsAttributes { get; init; } = true;

    /// <summary>Whether a changed attribute is sent.</summary>
    public bool SendsChanges { get; init; } = true;

    /// <summary>Whether several e-mail addresses may be primary.</summary>
    public bool SendsTwoPrimaries { get; init; }

    /// <summary>How many requests may be under way at once.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Whether a new user name is an update.</summary>
    public bool RenamesUsers { get; init; } = true;

    /// <summary>Whether a full cycle corrects what was changed at the server.</summary>
    public bool CorrectsDrift { get; init; } = true;

    /// <summary>Whether untouched people are left alone between full cycles.</summary>
    public bool SendsOnlyChanges { get; init; } = true;

    /// <summary>Whether the whole of a list is read where it comes in pages.</summary>
    public bool ReadsAllPages { get; init; } = true;
}
