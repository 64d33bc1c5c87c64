namespace Conformance.Player.Targets;

/// <summary>What a SCIM server can offer, beside what every one has to.</summary>
internal static class ScimClaims
{
    /// <summary>Attributes of users.</summary>
    public static readonly string[] Attributes =
        ["name", "displayName", "nickName", "title", "userType", "emails", "phoneNumbers", "active", "externalId", "roles", "locale"];

    /// <summary>All, by the words that <c>needs</c> uses.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "scim-config", "scim-resource-types", "scim-schemas", "scim-filter", "scim-patch", "scim-sort", "scim-etag", "scim-bulk", "scim-changepassword",
        "scim-search", "scim-groups", "scim-enterprise", "scim-delete", "scim-other-tenant", "scim-read-only-token",
        "scim-username-any-case", "scim-times",
        "scim-filter-seen", "scim-kept-displayname", "scim-user-groups", "scim-required-group-name", "scim-search-everywhere",
        "ends-sessions-of-deactivated",
        .. Attributes.Select(attribute => $"scim-{attribute.ToLowerInvariant()}"),
    ];
}
