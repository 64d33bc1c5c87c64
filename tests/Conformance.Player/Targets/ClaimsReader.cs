using Conformance.Saml.Names;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;

namespace Conformance.Player.Targets;

/// <summary>Reads what a vendor claims of a target.</summary>
public static class ClaimsReader
{
    private static readonly string[] Places = ["assertion", "response", "both"];

    /// <summary>Everything that a target can claim.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "signing", "idp-initiated", "encryption", "slo", "skew", "protected-page", "other-idp", "scim", "jit", "metadata", "signed-requests",
        "ecdsa", "rsa-pss", "inclusive-c14n", "name-id-formats", "restart", "clock", "password-login",
        "requests-by-post", "roles", "solicited-only", "requires-email", "requires-nothing", "shows-display-name", "account-by-attribute", "role-mapping", "enforcement-ends-sessions", "break-glass",
        "scim-client", "client-groups", "client-managers", "client-clears", "client-put", "client-patch", "client-versions", "client-drift", "client-deletes", "client-bulk", "client-lists",
        .. ScimClaims.Known,
        "second-idp-key", "idp-key-without-use", "expired-idp-certificate", "short-idp-key", "second-encryption-key",
    ];

    /// <summary>NameID formats that metadata may list, by the word that scenarios use.</summary>
    public static IReadOnlyDictionary<string, string> ListedFormats { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["email-address"] = NameIdFormats.EmailAddress,
        ["unspecified"] = NameIdFormats.Unspecified,
        ["persistent"] = NameIdFormats.Persistent,
        ["transient"] = NameIdFormats.Transient,
    };

    /// <summary>Ways into a product that only some have; a scenario that takes one needs it.</summary>
    public static IReadOnlyList<string> Journeys { get; } = ["step-up", "fresh-login", "encrypted-login", "other-login", "refresh-metadata"];

    /// <summary>Everything that a scenario can need: a claim, <c>not CLAIM</c> (it is not claimed), or <c>roles</c> (the target file names a role-attribute).</summary>
    public static IReadOnlyList<string> Needs { get; } =
    [
        .. Known, .. Known.Select(claim => $"not {claim}"), .. Journeys, "roles",
        "enforced", "exempt", "https", "login-url", "logout-url", "requests-by-redirect", "names-by-email", .. ListedFormats.Keys.Select(format => $"lists-{format}"),
    ];

    internal static Claims Read(MapReader map, List<ScenarioProblem> problems)
    {
        if (map.Map("claims", "\"claims\"", Known) is not { } claims)
        {
            return new Claims();
        }

        var signing = claims.Scalars("signing")?.ToList();
        foreach (var place in signing?.Where(place => !Places.Contains(place.Value)) ?? [])
        {
            problems.Add(new ScenarioProblem(place.Location, $"\"{place.Value}\" is no signing place. Write assertion, response or both."));
        }

        return new Claims
        {
            Signing = signing?.ConvertAll(place => place.Value),
            Others = Known.Where(claim => claim != "signing" && claims.Node(claim) is YamlScalar)
                .ToDictionary(claim => claim, claim => ((YamlScalar)claims.Node(claim)!).Value, StringComparer.Ordinal),
        };
    }
}
