using Conformance.Player.Benches;
using Conformance.Player.Playing;
using Conformance.Player.Targets;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;

namespace Conformance.Player.Running;

/// <summary>What a case needs: a browser, an integration, claims, a signing place.</summary>
internal static class CaseNeeds
{
    private const string Lists = "lists-";
    private const string IntegrationsFolder = "integrations/";
    private static readonly string[] ChangesSettings = ["set-up", "enforcement", "administration"];

    /// <summary>The integration whose folder the scenario is in; <c>null</c> for scenarios of every target.</summary>
    public static string? IntegrationOf(Scenario scenario) =>
        scenario.Address.StartsWith(IntegrationsFolder, StringComparison.Ordinal) ? scenario.Address.Split('/')[1] : null;

    /// <summary>Whether it is about a provisioning client.</summary>
    public static bool IsOfClient(Scenario scenario) => scenario.Address.StartsWith("scim/client/", StringComparison.Ordinal);

    /// <summary>
    /// Whether by default it is played in the browser: a person acts in it. The pages of the service provider that comes with the suite are known to need no
    /// script, so that there the first case of a scenario is enough, and the others, which only vary a value, go over HTTP.
    /// </summary>
    public static bool GoesToBrowser(ScenarioCase scenarioCase, TargetFile target) => HasPerson(scenarioCase.Scenario)
        && (target.Place is not EmbeddedPlace || scenarioCase.Scenario.Tags.Contains("browser", StringComparer.Ordinal) || scenarioCase.Case == scenarioCase.Scenario.Cases[0]);

    /// <summary>Whether a person acts in it.</summary>
    public static bool HasPerson(Scenario scenario) =>
        scenario.Tags.Contains("browser", StringComparer.Ordinal)
        || scenario.AllSteps.Any(step => step is Click or Fill or Upload or See or Back or InTab or IdpSignIn or IdpShows);

    /// <summary>Whether the provisioning client acts in it.</summary>
    public static bool HasScim(Scenario scenario) => scenario.AllSteps.Any(step => step is Scenarios.Steps.Scim or ScimPages);

    /// <summary>Whether anything but provisioning happens in it, so that it says nothing without a working sign-in.</summary>
    public static bool NeedsSignOn(Scenario scenario) => !IsOfClient(scenario) && (!HasScim(scenario) || scenario.AllSteps.Any(step => step is not (Scenarios.Steps.Scim or ScimPages or Advance)));

    /// <summary>Whether it does more to the service provider than to send it messages: what it changes on purpose may outlast it.</summary>
    public static bool ChangesMoreThanItSends(Scenario scenario) =>
        scenario.Tags.Any(ChangesSettings.Contains)
        || scenario.AllSteps.Any(step => step is IdpAdmin or RestartSp or Advance or Upload or Scenarios.Steps.Scim or ScimPages or Provision or DirectoryChange);

    /// <summary>Everything that some cases need, as it is written; <c>null</c> where a case decides.</summary>
    public static IReadOnlySet<string>? Of(IReadOnlyList<ScenarioCase> cases)
    {
        var needs = cases.SelectMany(scenarioCase => scenarioCase.Scenario.Needs).Select(need => need.Raw).ToHashSet(StringComparer.Ordinal);
        return needs.Any(need => need.Contains("${", StringComparison.Ordinal)) ? null : needs;
    }

    /// <summary>Why a case that puts load on the target, or may stop it, is left out; <c>null</c> when it is not, or is asked for.</summary>
    public static string? LoadReason(ScenarioCase scenarioCase, RunRequest request) =>
        scenarioCase.Scenario.Tags.Contains("dos", StringComparer.Ordinal) && !request.PlaysDenialOfService
            ? "it puts load on the target or may stop it, and is played only when asked for: run dos"
            : null;

    /// <summary>Why the case does not apply to the target; <c>null</c> when it does.</summary>
    public static string? SkipReason(ScenarioCase scenarioCase, Bench bench)
    {
        var file = bench.Settings.Target;
        if (IsOfClient(scenarioCase.Scenario) ? file.Client is null : file.Place is ClientOnlyPlace)
        {
            return file.Client is null ? "the target brings no provisioning client (scim-client)" : "the target is a provisioning client and no service provider";
        }

        if (IntegrationOf(scenarioCase.Scenario) is { } integration)
        {
            if (!file.Integrations.Contains(integration))
            {
                return $"the target does not claim the integration {integration}";
            }

            // What the suite cannot put back it does not change, and passwords of the service provider's own are known of the embedded one only.
            if (file.Place is not EmbeddedPlace
                && (scenarioCase.Scenario.Given.ContainsKey("company") || scenarioCase.Scenario.Tags.Any(ChangesSettings.Contains)))
            {
                return "it needs settings or passwords of a company that the suite can bring about at the embedded service provider only";
            }
        }

        if (!file.HasSignOn && NeedsSignOn(scenarioCase.Scenario))
        {
            return "the target file describes no sign-in, only a SCIM endpoint";
        }

        if (file.Scim is null && HasScim(scenarioCase.Scenario))
        {
            return "the target file names no SCIM endpoint (scim: { url, token })";
        }

        var scope = bench.Generic.Scope.ForCase(scenarioCase);
        foreach (var need in scenarioCase.Scenario.Needs)
        {
            var claim = need.Bind(scope.ValueOf);
            if (!IsThere(claim, bench))
            {
                return WhyNot(claim) is { } why ? why
                    : ClaimsReader.Journeys.Contains(claim, StringComparer.Ordinal) ? $"the target describes no journey \"{claim}\""
                    : claim.StartsWith("not ", StringComparison.Ordinal) ? $"the target claims {claim[4..]}"
                    : file.Claims.Says(claim) == false ? $"the target says that it does not offer {claim}"
                    : $"the target does not claim {claim}, and it was not seen to offer it";
            }
        }

        // What an article promises, an integration claims.
        if (IntegrationOf(scenarioCase.Scenario) is not null)
        {
            return null;
        }

        if (scenarioCase.Scenario.AllSteps.OfType<Journey>().Select(journey => journey.Name.Bind(scope.ValueOf))
            .FirstOrDefault(name => !bench.Generic.Journeys.ContainsKey(name)) is { } journey)
        {
            return $"the target file describes no journey \"{journey}\"";
        }

        if (file.RoleAttribute is null && ForgesRole(scenarioCase.Scenario, scope))
        {
            return "the target file names no \"role-attribute\", so there is no role to forge";
        }

        return scenarioCase.Scenario.AllSteps.OfType<IdpAnswers>()
            .Select(answer => SigningPlace.Of(answer, scenarioCase.Scenario, scope, bench.Generic))
            .FirstOrDefault(place => place is not null and not SignedParts.None && !bench.Generic.SigningPlaces.Contains(place.Value)
                && !IsClaimedAndShown(place.Value, scenarioCase.Scenario, file)) is { } refused
                ? $"the target does not accept a message with {Describe(refused)} signed, and does not claim to"
                : null;
    }

    private static string? WhyNot(string need) => need switch
    {
        "roles" => "the target file names no role-attribute",
        "enforced" => "the target file does not say \"password-login: false\", that single sign-on is the only way in",
        "exempt" => "the target file names no people.exempt, whose password signs in all the same, or gives no password for them and the victim; without, a refusal would show nothing",
        "requires-nothing" => "the target file does not say \"required-attributes: []\", and a service provider may need some to know whom it signs in",
        "https" => "the target is on plain http, where browsers treat its cookies differently",
        "login-url" => "the target's login journey is not one address",
        "logout-url" => "the target's logout journey is not one address, or there is none",
        "metadata" => "the target file names no metadata",
        "names-by-email" => "the target does not name people by their e-mail address",
        "requests-by-redirect" => "the target does not send its AuthnRequest by HTTP-Redirect",
        "requests-by-post" => "the target does not send its AuthnRequest by HTTP-POST",
        "signed-requests" => "the target does not sign its AuthnRequests, and does not claim to",
        _ when need.StartsWith(Lists, StringComparison.Ordinal) => "the target's metadata does not list the format",
        _ => null,
    };

    // What is claimed and lacking fails, where the scenario is about accepting it; where it is about refusing, nothing could be shown.
    private static bool IsClaimedAndShown(SignedParts place, Scenario scenario, TargetFile file) =>
        file.Claims.Signing?.Any(word => DraftWords.Places[word] == place) == true
        && scenario.AllSteps.OfType<Session>().All(session => session is { ExpectsNobody: false, ExpectsNoGain: false, ExpectsWhole: false, ExpectsOneSession: false });

    // An edit takes what it forges as its only argument or by name.
    private static bool ForgesRole(Scenario scenario, VariableScope scope) => scenario.AllSteps.OfType<IdpAnswers>()
        .SelectMany(answer => answer.Says.Concat(answer.Tamper))
        .Any(edit => (edit.Argument as TextValue ?? (edit.Argument as MapValue)?["forge"] as TextValue)?.Text.Bind(scope.ValueOf) == "role");

    private static string Describe(SignedParts place) => place switch
    {
        SignedParts.Both => "Response and assertion both",
        SignedParts.Response => "the Response alone",
        _ => "the assertion alone",
    };

    private static bool IsThere(string need, Bench bench)
    {
        const string negation = "not ";
        var file = bench.Settings.Target;
        if (need.StartsWith(negation, StringComparison.Ordinal))
        {
            return Has(need[negation.Length..], bench) != true;
        }

        return need switch
        {
            "roles" => file.RoleAttribute is not null,
            "enforced" => file.Claims.Says("password-login") == false,
            "exempt" => file.People["victim"].Password is not null && file.People.TryGetValue("exempt", out var exempt) && exempt.Password is not null,
            "scim-client" => file.Client is not null,
            _ when ClaimsReader.Journeys.Contains(need, StringComparer.Ordinal) => file.Journeys.ContainsKey(need),

            "shows-display-name" => bench.Generic.ShownAttributes.Contains("displayName"),
            "account-by-attribute" => bench.Settings.Target.Account != "NameID",
            "requires-nothing" => file is { TellsRequiredAttributes: true, RequiredAttributes.Count: 0 },
            "https" => bench.Generic.Scope.ValueOf("sp.url")?.StartsWith("https:", StringComparison.Ordinal) == true,
            "login-url" => bench.Generic.Scope.ValueOf("sp.login-url") is not null,
            "logout-url" => bench.Generic.Scope.ValueOf("sp.logout-url") is not null,
            _ when need.StartsWith(Lists, StringComparison.Ordinal) =>
                bench.Generic.Metadata?.NameIdFormats.Contains(ClaimsReader.ListedFormats[need[Lists.Length..]], StringComparer.Ordinal) == true,
            "names-by-email" => file.NameIdFormat == NameIdFormats.EmailAddress && bench.Generic.Cast["attacker"].NameId.Contains('@', StringComparison.Ordinal),
            "metadata" => bench.Generic.Scope.ValueOf("sp.metadata") is not null,
            "requires-email" => bench.Settings.Target.RequiredAttributes.Contains("email", StringComparer.Ordinal),

            // Whoever does not take unsolicited Responses has to tell by InResponseTo what was asked for.
            "solicited-only" => Has("idp-initiated", bench) == false,
            _ => Has(need, bench) == true,
        };
    }

    // What the vendor says counts; where nothing is said, what was seen.
    private static bool? Has(string claim, Bench bench) =>
        bench.Settings.Target.Claims.Says(claim) ?? (bench.Generic.Discovered.TryGetValue(claim, out var seen) ? seen : null);
}
