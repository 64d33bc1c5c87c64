using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Loading.Yaml;
using Conformance.Scenarios.Words;

namespace Conformance.SelfTests.Scenarios;

/// <summary>Files that are sound, for tests that break one thing in them.</summary>
internal static class Samples
{
    public const string Login =
        """
        name: A person signs in through their company's identity provider
        requirement: The service provider MUST sign in the subject of a valid Response.
        level: must
        spec: [saml-profiles/4.1.4.3]
        tags: [smoke]
        steps:
          - journey: login
            as: attacker
          - idp-receives: AuthnRequest
            as: request
            expect:
              Issuer: ${sp.entity-id}
              IssueInstant: { within: 60s }
          - idp-answers: Response
          - session: { signed-in: attacker }
        """;

    public const string Audience =
        """
        name: An attacker brings a Response meant for another service provider
        requirement: The service provider MUST NOT take an assertion whose audience is another.
        level: must
        spec: [saml-profiles/4.1.4.3, check/NEG-08]
        tags: [response]
        cases:
          other: { audience: "https://other.example" }
          prefix: { audience: "${sp.entity-id}x" }
        steps:
          - journey: login
          - idp-answers: Response
            says:
              - set: { Assertion/Conditions/AudienceRestriction/Audience: "${case.audience}" }
          - session: nobody
        """;

    public const string Wrapping =
        """
        name: An attacker wraps their own signed assertion around a forged one
        requirement: The service provider MUST NOT sign in a subject that no verified signature covers.
        level: must
        spec: [saml-profiles/4.1.4.3, CVE-2025-47949]
        tags: [attack, wrapping]
        cases:
          each:
            signed: [response, assertion]
            place: { object: { at: "Signature/Object" }, advice: { at: "Advice" } }
            forge: [nameid, role]
          except:
            - { signed: response, place: advice, why: A signed Response covers its own Advice. }
        given:
          needs: ["signing.${case.signed}"]
        steps:
          - journey: login
          - idp-answers: Response
            sign: ${case.signed}
            tamper:
              - wrap-signature: { at: "${case.place.at}", forge: "${case.forge}" }
          - session: no-gain
        """;

    /// <summary>A vocabulary with limits, as the player has one.</summary>
    public static ScenarioVocabulary Strict { get; } = ScenarioVocabulary.Permissive with
    {
        Variables = new Dictionary<string, KnownWords>(StringComparer.Ordinal)
        {
            ["sp"] = KnownWords.Of("url", "entity-id", "acs", "metadata"),
            ["idp"] = KnownWords.Of("entity-id", "sso-url"),
            ["integration"] = KnownWords.Any,
        },
        PersonFields = KnownWords.Of("email", "name-id", "attributes.*"),
        Edits = new[]
        {
            new EditDescription("set", [new EditParameter("path", IsRequired: true)]) { HasFreeKeys = true },
            new EditDescription("remove", [new EditParameter("path", IsRequired: true)]),
            new EditDescription("strip-signature", [new EditParameter("of", IsRequired: true, ["response", "assertion", "all"])]),
            new EditDescription("wrap-signature", [new EditParameter("at", IsRequired: true), new EditParameter("forge", IsRequired: true, ["nameid", "role"])]),
            new EditDescription("replay", []),
        }.ToDictionary(edit => edit.Name, StringComparer.Ordinal),
        Claims = KnownWords.Of("signing.response", "signing.assertion", "encryption"),
        Journeys = KnownWords.Of("login", "logout"),
        IdentityProviderPages = KnownWords.Of("unassigned", "sign-in"),
        People = KnownWords.Of("alice", "mallory"),
        IdentityProviders = KnownWords.Of("jumpcloud", "entra"),
    };

    /// <summary>The problems of one file at <c>saml/x.yaml</c>, as a person reads them.</summary>
    public static IReadOnlyList<string> Problems(string text, string name = "scenarios/saml/x.yaml", ScenarioVocabulary? vocabulary = null)
    {
        using var folder = new ScenarioFolder().With(name, text).With("scenarios/saml/login.yaml", Login);
        return [.. folder.Load(vocabulary ?? Strict).Problems.Select(problem => problem.ToString())];
    }

    /// <summary>The problems of <see cref="Login"/> with one piece of it replaced, as <c>line:column: message</c>, one a line.</summary>
    public static string ProblemsAfter(string find, string put)
    {
        var at = Login.IndexOf(find, StringComparison.Ordinal);
        var text = at < 0 ? throw new ArgumentException($"\"{find}\" is not in the sample.", nameof(find)) : Login[..at] + put + Login[(at + find.Length)..];
        return string.Join('\n', Problems(text)).Replace("scenarios/saml/x.yaml:", string.Empty, StringComparison.Ordinal);
    }

    public static YamlFile Yaml(string text) => YamlFile.Parse(text, "file.yaml");
}
