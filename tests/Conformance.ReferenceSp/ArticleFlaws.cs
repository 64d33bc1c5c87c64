namespace Conformance.ReferenceSp;

/// <summary>Which flaws break what the set-up articles promise: each promise's scenarios have to notice one of its flaws.</summary>
public static class ArticleFlaws
{
    /// <summary>The promise's id, such as <c>DLP-10</c>, to the names of flaws.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByPromise { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["AIR-01"] = ["ignores-issuer", "imports-any-metadata"],
        ["AIR-02"] = ["ignores-audience", "asks-under-another-name"],
        ["AIR-03"] = ["ignores-recipient", "ignores-destination"],
        ["AIR-04"] = ["imports-any-metadata"],
        ["AIR-06"] = ["finds-attributes-by-last-segment", "names-accounts-by-name-id"],
        ["AIR-08"] = ["saves-nothing", "shows-other-addresses"],
        ["AIR-09"] = ["accepts-unsolicited"],
        ["AIR-10"] = ["asks-under-another-name"],
        ["AIR-11"] = ["ignores-activation"],
        ["AIR-12"] = ["leaves-password-door-open"],
        ["AIR-13"] = ["refuses-name-id-formats"],
        ["JCJ-01"] = ["shows-other-addresses"],
        ["JCJ-02"] = ["ignores-issuer"],
        ["JCJ-03"] = ["names-accounts-by-attribute", "case-sensitive-email"],
        ["JCJ-04"] = ["accepts-sha1"],
        ["JCJ-06"] = ["saves-nothing", "saves-what-cannot-work"],
        ["JCJ-07"] = ["resets-role-at-login", "makes-newcomers-admins"],
        ["JCJ-08"] = ["reports-every-test-as-good"],
        ["JCJ-10"] = ["refuses-idp-initiated"],
        ["JCJ-11"] = ["asks-under-another-name"],
        ["JCJ-12"] = ["ignores-audience", "ignores-recipient", "ignores-destination"],
        ["JCJ-14"] = ["ignores-required-attributes"],
        ["JCJ-15"] = ["trusts-embedded-certificate", "saves-nothing"],
        ["JCJ-16"] = ["ignores-verified-domains", "ignores-plan"],
        ["DLP-01"] = ["shows-other-addresses"],
        ["DLP-02"] = ["asks-under-another-name"],
        ["DLP-04"] = ["saves-what-cannot-work"],
        ["DLP-07"] = ["asks-under-another-name"],
        ["DLP-08"] = ["starts-for-any-domain"],
        ["DLP-09"] = ["trusts-keys-of-same-issuer"],
        ["DLP-10"] =
        [
            "leaves-password-door-open", "leaves-google-open", "leaves-microsoft-open", "leaves-token-door-open", "leaves-basic-door-open",
            "leaves-reset-door-open", "leaves-sign-up-open", "leaves-link-door-open", "leaves-invitation-open", "enforces-by-typed-domain",
            "honours-bypass-parameter", "saves-nothing",
        ],
        ["DLP-11"] = ["never-releases-passwords"],
        ["DLP-12"] = ["keeps-other-sessions"],
        ["DLP-14"] = ["ignores-plan"],
        ["JCE-01"] = ["asks-under-another-name", "shows-other-addresses"],
        ["JCE-03"] = ["trusts-embedded-certificate", "saves-nothing"],
        ["JCE-04"] = ["makes-newcomers-admins", "reports-every-test-as-good"],
        ["JCE-08"] = ["names-accounts-by-name-id"],
        ["JCE-09"] = ["scim-revoked-lives", "scim-any-token"],
        ["JCE-12"] = ["scim-patch-does-nothing"],
        ["JCE-13"] = ["deactivated-sign-in"],
        ["JCE-15"] = ["ignores-verified-domains", "ignores-plan"],
        ["DLS-01"] = ["asks-under-another-name", "shows-other-addresses"],
        ["DLS-03"] = ["scim-nobody-is-unknown"],
        ["DLS-05"] = ["scim-delete-does-nothing"],
        ["DLS-06"] = ["scim-any-domain"],
        ["DLS-07"] = ["scim-patch-does-nothing", "deactivated-sign-in"],
        ["DLS-08"] = ["scim-revoked-lives", "scim-revokes-all", "scim-any-token"],
    };
}
