using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

internal sealed class ScenarioLibraryTests
{
    [Test]
    public void Sound_files_have_no_problems_and_come_in_the_order_of_their_addresses()
    {
        var loaded = Load();

        Assert.That(loaded.Problems, Is.Empty);
        Assert.That(loaded.Scenarios.Select(scenario => scenario.Address), Is.EqualTo(["saml/attack/wrapping", "saml/login", "saml/response/audience"]));
    }

    [Test]
    public void A_file_without_cases_has_one_without_a_name()
    {
        var login = Load().Scenarios.Single(scenario => scenario.Address == "saml/login");

        Assert.That(login.Cases.Single().Name, Is.Empty);
        Assert.That(new ScenarioCase(login, login.Cases[0]).Address, Is.EqualTo("saml/login"));
    }

    [Test]
    public void A_product_has_every_combination_but_the_exceptions()
    {
        var cases = Load().Scenarios.Single(scenario => scenario.Address == "saml/attack/wrapping").Cases;

        Assert.That(
            cases.Select(@case => @case.Name),
            Is.EqualTo(["response-object-nameid", "response-object-role", "assertion-object-nameid", "assertion-object-role", "assertion-advice-nameid", "assertion-advice-role"]));
        Assert.That(
            cases[0].Values,
            Is.EquivalentTo(new Dictionary<string, string>
            {
                ["name"] = "response-object-nameid",
                ["signed"] = "response",
                ["place"] = "object",
                ["place.at"] = "Signature/Object",
                ["forge"] = "nameid",
            }));
    }

    [Test]
    public void Steps_become_records_with_their_lines()
    {
        var steps = Load().Scenarios.Single(scenario => scenario.Address == "saml/login").Steps;

        Assert.That(steps.Select(step => step.GetType().Name), Is.EqualTo([nameof(Journey), nameof(IdpReceives), nameof(IdpAnswers), nameof(Session)]));
        Assert.That(steps.Select(step => step.Location.Line), Is.EqualTo([7, 9, 14, 15]));
        Assert.That(((IdpReceives)steps[1]).Expect!["IssueInstant"], Is.InstanceOf<MapValue>());
    }

    [Test]
    public void Every_verb_can_be_written()
    {
        const string Steps =
            """
            steps:
              - open: ${sp.url}
              - click: Next
              - fill: { Domain: x }
              - upload: { Metadata: "${idp.metadata}" }
              - copy: API key
                as: copied-key
              - see: { heading: Welcome, text: x, no-text: y, url: { starts-with: "https://" } }
              - back: 2
              - in-tab: second
                steps: [{ journey: login }]
              - in-browser: other
                steps: [{ journey: login }]
              - together:
                  - - journey: login
                  - - journey: login
              - journey: login
                as: person
              - idp-receives: AuthnRequest
                as: first
                expect: { Destination: "${idp.sso-url}", ForceAuthn: { present: false } }
              - idp-sign-in: person
                password: wrong
              - idp-shows: unassigned
              - idp-admin: { unassign: person }
              - idp-answers: Response
                subject: person
                forge: victim
                sign: both
                signature: { method: rsa-sha512 }
                encrypt: { content: aes256-gcm }
                style: { declaration: true }
                unsolicited: true
                says: [{ remove: Assertion/Conditions }]
                tamper: [strip-signature]
                by: other-idp
                relay-state: ""
                to: ${sp.url}/elsewhere
                as: sent
              - idp-repeats: sent
              - session: { signed-in: person, attributes: { groups: [a, b] }, role: admin }
              - session: no-gain
              - hops: [{ method: GET, url: "${sp.url}", status: 302, location: { matches: "^/" } }]
              - request: POST ${sp.url}/x
                headers: { Accept: text/html }
                form: { a: b }
                expect: { status: { one-of: [200, 204] }, headers: { Location: { present: false } }, body: { not: "" } }
              - metadata: { WantAssertionsSigned: true }
              - idp-sends: LogoutRequest
                subject: person
                session-of: sent
              - page: { text: { matches: x } }
              - session-cookie: { Secure: "true" }
              - stays-away: https://attacker.example/
              - take-cookies: first
                altered: true
              - restart-sp: true
              - advance: 10m
              - linger: 1s
              - scim: POST /Users
                user: { usual: true }
                as: ada
              - scim-pages: /Users
                count: 2
                finds: [ada]
              - directory: add
                person: person
              - scim-server: small-pages
              - provision: until-settled
              - scim-receives: POST /Users
                times: "1"
              - scim-holds: directory
            """;
        using var folder = new ScenarioFolder().With(
            "scenarios/integrations/x/y.yaml",
            Samples.Login[..Samples.Login.IndexOf("steps:", StringComparison.Ordinal)] + Steps);

        var loaded = folder.Load();

        Assert.That(loaded.Problems, Is.Empty);
        Assert.That(loaded.Scenarios[0].Steps.Select(step => step.GetType()).Distinct().Count(), Is.EqualTo(Conformance.Scenarios.Format.Verbs.All.Count));
        Assert.That(loaded.Scenarios[0].AllSteps.Count(), Is.EqualTo(loaded.Scenarios[0].Steps.Count + 4));
    }

    [Test]
    public void Journeys_of_other_files_are_read_by_the_same_verbs()
    {
        var problems = new List<ScenarioProblem>();
        var file = Samples.Yaml("- open: ${sp.url}\n- click: Next\n- session: nobody\n");

        var steps = StepList.Read(file.Root!, ScenarioVocabulary.Permissive, problems, ["open", "click", "fill", "see"]);

        Assert.That(steps, Has.Count.EqualTo(3));
        Assert.That(problems.Select(problem => problem.ToString()), Is.EqualTo(["file.yaml:3:3: \"session\" cannot stand here. Write one of: open, click, fill, see."]));
    }

    private static LoadedScenarios Load()
    {
        using var folder = new ScenarioFolder()
            .With("scenarios/saml/login.yaml", Samples.Login)
            .With("scenarios/saml/response/audience.yaml", Samples.Audience)
            .With("scenarios/saml/attack/wrapping.yaml", Samples.Wrapping);
        return folder.Load(Samples.Strict);
    }
}
