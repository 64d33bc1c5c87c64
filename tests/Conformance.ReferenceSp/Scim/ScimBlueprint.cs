using Conformance.Scim.Resources;

namespace Conformance.ReferenceSp.Scim;

/// <summary>How the SCIM side of a service provider is built. As it stands it is sound; a flaw is another value of one of these.</summary>
internal sealed record ScimBlueprint
{
    public static ScimBlueprint Sound { get; } = new();

    /// <summary>How literally the bodies of clients are read.</summary>
    public WireDialect Dialect { get; init; } = WireDialect.Lenient;

    /// <summary>What a request is turned into before it is looked at.</summary>
    public Func<ScimCall, ScimCall> Read { get; init; } = call => call;

    /// <summary>An answer given instead of the right one.</summary>
    public Func<ScimCall, ScimStore, ScimAnswer?> Instead { get; init; } = (_, _) => null;

    /// <summary>What the right answer is turned into.</summary>
    public Func<ScimCall, ScimAnswer, ScimAnswer> Write { get; init; } = (_, answer) => answer;

    /// <summary>Whether a request without a right token is answered.</summary>
    public Func<string?, ScimToken?, bool> Admits { get; init; } = (_, token) => token is not null;

    /// <summary>Whether a token that may not write is kept from it.</summary>
    public bool HonoursReadOnlyTokens { get; init; } = true;

    /// <summary>Whether ids of other companies are none here.</summary>
    public bool KeepsCompaniesApart { get; init; } = true;

    /// <summary>Whether two users of a company may not share a name.</summary>
    public bool KeepsUserNamesUnique { get; init; } = true;

    /// <summary>What of a user name counts when two are compared: not its case, not how its accents are composed (RFC 7644 5).</summary>
    public Func<string, string> PrepareUserName { get; init; } = UserNames.Prepared;

    /// <summary>Whether a new name is held against the others when a user is changed, too.</summary>
    public bool ChecksRenames { get; init; } = true;

    /// <summary>Whether lists hold what belongs to other companies.</summary>
    public bool ListsAllCompanies { get; init; }

    /// <summary>Whether a search over users and groups at once shows only what is asked for and may be seen, like every other.</summary>
    public bool ProjectsEverywhere { get; init; } = true;

    /// <summary>Whether a PATCH is applied as a whole or not at all.</summary>
    public bool PatchesAtomically { get; init; } = true;

    /// <summary>Whether what the refused parts of a PATCH say is passed over in silence.</summary>
    public bool IgnoresBadPatches { get; init; }

    /// <summary>Whether members that do not exist are refused.</summary>
    public bool ChecksMembers { get; init; } = true;

    /// <summary>Whether a version in If-Match has to be the current one.</summary>
    public bool HonoursIfMatch { get; init; } = true;

    /// <summary>Whether a deactivated or deleted account loses its sessions.</summary>
    public bool EndsSessions { get; init; } = true;

    /// <summary>Whether an account that SCIM activates again is let in again.</summary>
    public bool Reactivates { get; init; } = true;

    /// <summary>Whether an account is found by the user name that SCIM has given it last.</summary>
    public bool CarriesRenames { get; init; } = true;

    /// <summary>Whether the account of a deleted user is gone, too.</summary>
    public bool ForgetsDeleted { get; init; } = true;

    /// <summary>Whether a key that was revoked is refused.</summary>
    public bool HonoursRevocation { get; init; } = true;

    /// <summary>Whether a key, the second, falls when the first is revoked: none but that one.</summary>
    public Func<ScimToken, ScimToken, bool> Falls { get; init; } = (revoked, token) => token.Id == revoked.Id;

    /// <summary>Whether the profile of a provisioned account is not changed by a login.</summary>
    public bool OwnsProfiles { get; init; } = true;

    /// <summary>Whether user names have to be of a domain that the company owns.</summary>
    public bool ChecksDomains { get; init; } = true;
}
