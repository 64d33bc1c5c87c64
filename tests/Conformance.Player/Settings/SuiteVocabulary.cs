using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Fixtures;
using Conformance.Player.Playing;
using Conformance.Player.Targets;
using Conformance.Saml.Tamperings;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Words;

namespace Conformance.Player.Settings;

/// <summary>The words that scenarios may use, taken from what there really is: fixtures, targets, tamperings, pages.</summary>
internal static class SuiteVocabulary
{
    private static readonly string[] ServiceProviderFields =
        ["url", "entity-id", "acs", "metadata", "encryption-certificate", "slo", "slo-post", "login-url", "login-url-with-query", "logout-url-with-query", "protected-page-with-query", "other-entity-id", "other-acs"];

    private static readonly string[] IdpFields =
        ["entity-id", "sso-url", "sso-url-with-query", "metadata", "metadata-url", "certificate", "certificate-bare", "certificate-wrapped", "portal", "sign-in"];

    private static readonly string[] PersonFields =
        ["name-id", "email", "user", "user-name", "given-name", "family-name", "display-name", "password", "attributes.*"];

    // Ways that a target file may describe, whether or not the suite's own targets have them.
    private static readonly string[] Journeys = ["login", "logout", "password-login", "admin", "login-with-query", .. ClaimsReader.Journeys];

    /// <summary>The vocabulary for scenarios of any target.</summary>
    /// <param name="fixtures">Who takes part.</param>
    /// <param name="targets">The targets that are known: those that the suite brings along, and the one of this run.</param>
    public static ScenarioVocabulary Of(FixtureLibrary fixtures, IReadOnlyList<TargetFile> targets) => new()
    {
        Variables = new Dictionary<string, KnownWords>(StringComparer.Ordinal)
        {
            ["sp"] = KnownWords.Of(ServiceProviderFields.Concat(targets.SelectMany(target => target.ServiceProvider.Keys)).Concat(ClaimsReader.Known)),
            ["idp"] = KnownWords.Of(IdpFields),
            ["other-idp"] = KnownWords.Of(IdpFields),
            ["integration"] = KnownWords.Of(fixtures.Integrations.Values.SelectMany(integration => integration.Values.Keys).Concat(["scim-token", "neighbour-scim-token"])),
            ["scim"] = KnownWords.Of("url", "domain"),
            ["new"] = KnownWords.Of("id", "name", "user-name"),
            ["run"] = KnownWords.Of("marker", "forged-marker"),
        },
        PersonFields = KnownWords.Of(PersonFields),
        Edits = TamperingCatalogue.All.ToDictionary(tampering => tampering.Name, Edit, StringComparer.Ordinal),
        Claims = KnownWords.Of(ClaimsReader.Needs),
        Journeys = KnownWords.Of(Journeys.Concat(targets.SelectMany(target => target.Journeys.Keys))),
        IdentityProviderPages = KnownWords.Of(IdpPages.All),
        IdentityProviders = KnownWords.Of(fixtures.IdentityProviders.Keys),
        People = KnownWords.Of(fixtures.People.Keys),
        SignatureKeys = KnownWords.Of(DraftWords.SignatureKeys),
        EncryptKeys = KnownWords.Of(DraftWords.EncryptKeys),
        StyleKeys = KnownWords.Of(DraftWords.StyleKeys),
    };

    private static EditDescription Edit(TamperingDescription tampering) => new(
        tampering.Name,
        [.. tampering.Parameters.Select(parameter => new EditParameter(parameter.Name, parameter.Required, parameter.AllowedValues))])
    {
        HasFreeKeys = tampering.ByPath,
    };
}
