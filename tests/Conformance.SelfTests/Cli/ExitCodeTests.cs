using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Cli;

[TestFixture]
public sealed class ExitCodeTests
{
    private const string Login =
        """
        name: A person signs in through their company's identity provider
        requirement: The service provider MUST sign in the subject of a valid Response.
        level: must
        spec: [saml-profiles/4.1.4.3]
        tags: [smoke]
        steps:
          - journey: login
          - idp-receives: AuthnRequest
          - idp-answers: Response
            subject: attacker
          - session: { signed-in: attacker }
        """;

    private const string Unsigned =
        """
        name: A Response arrives without any signature
        requirement: The service provider MUST NOT sign anybody in by an assertion that no verified signature covers.
        level: must
        spec: [saml-profiles/4.1.4.5]
        tags: [response]
        steps:
          - journey: login
          - idp-receives: AuthnRequest
          - idp-answers: Response
            subject: attacker
            tamper:
              - strip-signature: all
          - session: nobody
        """;

    private static readonly string[] _exported = ["idp-metadata.xml", "idp-certificate.pem", "idp-certificate-bare.txt", "idp-sheet.txt"];

    private SuiteCopy _suite = null!;

    [SetUp]
    public void MakeSuite()
    {
        _suite = new SuiteCopy();
        _suite.Write("scenarios/saml/response/login.yaml", Login);
        _suite.Write("scenarios/saml/response/unsigned.yaml", Unsigned);
    }

    [TearDown]
    public void RemoveSuite() => _suite.Dispose();

    [Test]
    public async Task A_sound_service_provider_passes()
    {
        var run = await RunAsync("run", "--driver", "http", "--seed", "7");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Passed), run.Out + run.Error);
        Assert.That(run.Out, Does.Contain("2 passed").And.Contain("Report: artifacts/report/index.html"));
        Assert.That(File.Exists(Path.Combine(_suite.Root, "artifacts/report/junit.xml")), Is.True);
    }

    [Test]
    public async Task A_flaw_fails_and_is_told_in_full()
    {
        var run = await RunAsync("run", "saml/response/unsigned", "--driver", "http", "--flaw", "skips-signature");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Failed), run.Out + run.Error);
        Assert.That(run.Out, Does.Contain("× saml/response/unsigned").And.Contain("Again:"));
    }

    [Test]
    public async Task Bad_yaml_is_a_problem_with_a_place()
    {
        _suite.Write("scenarios/saml/response/broken.yaml", "name: x\nsteps: [");

        var run = await RunAsync("run");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Configuration));
        Assert.That(run.Error, Does.Match(@"scenarios/saml/response/broken\.yaml:\d+:\d+: "));
    }

    [Test]
    public async Task A_broken_file_does_not_hinder_another()
    {
        _suite.Write("scenarios/saml/response/broken.yaml", "name: x\nsteps: [");

        var run = await RunAsync("run", "saml/response/login", "--list");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo(((int)ExitCode.Passed, "saml/response/login" + Environment.NewLine)));
    }

    [TestCase("saml/respons", "Did you mean \"saml/response\"?")]
    [TestCase("--hedaed", "Did you mean \"--headed\"?")]
    [TestCase("--workers=many", "Write a whole number from 1 to 64.")]
    [TestCase("--flaw=skips-signatur", "Did you mean \"skips-signature\"?")]
    public async Task A_slip_on_the_command_line_is_told(string argument, string sentence)
    {
        var run = await RunAsync("run", argument);

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Usage));
        Assert.That(run.Error, Does.Contain(sentence));
    }

    [Test]
    public async Task A_target_file_that_is_not_there_is_told()
    {
        var run = await RunAsync("run", "--target", "referense");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Configuration));
        Assert.That(run.Error, Does.Contain("Did you mean \"reference\"?"));
    }

    [Test]
    public async Task A_mistyped_variable_in_a_target_file_is_told_with_its_place()
    {
        _suite.Write("mine.yaml", """
            name: Mine
            url: http://127.0.0.1:9
            sp:
              url: http://127.0.0.1:9
              entity-id: ${sp.ulr}/metadata
              acs: ${sp.url}/acs
            journeys:
              login: ${sp.url}/login
            session:
              open: ${sp.url}/me
              user: $.user
            people:
              attacker: { name-id: mallory@acme.example }
              victim: { name-id: alice@acme.example }
            """);

        var run = await RunAsync("run", "--target", "mine.yaml");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Configuration), run.Out + run.Error);
        Assert.That(run.Error, Does.Contain("mine.yaml:5").And.Contain("sp.ulr"));
    }

    [Test]
    public async Task An_encryption_certificate_that_is_none_is_told_with_its_place()
    {
        _suite.Write("mine.yaml", """
            name: Mine
            embedded: reference
            sp:
              url: https://sp.example
              entity-id: ${sp.url}/saml/metadata
              acs: ${sp.url}/saml/acs
              encryption-certificate: mine.yaml
            journeys:
              login: ${sp.url}/login
            session:
              open: ${sp.url}/api/me
              user: $.user
            people:
              attacker: { name-id: mallory@sp.example }
              victim: { name-id: alice@sp.example }
            """);

        var run = await RunAsync("run", "saml/response/login", "--target", "mine.yaml", "--driver", "http");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Inconclusive), run.Out + run.Error);
        Assert.That(run.Error, Does.Contain("mine.yaml:7").And.Contain("PEM or DER"));
    }

    [Test]
    public async Task A_report_goes_nowhere_where_other_things_lie()
    {
        _suite.Write("precious/thesis.txt", "mine");

        var run = await RunAsync("run", "--report", "precious");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Configuration));
        Assert.That(run.Error, Does.Contain("holds something else"));
    }

    [Test]
    public async Task A_wrong_setting_is_told_with_its_line()
    {
        _suite.Write("playwright.config", "<RunSettings>\n<TestRunParameters>\n<Parameter name=\"wokers\" value=\"2\" />\n</TestRunParameters>\n</RunSettings>");

        var run = await RunAsync("run", "--list");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Configuration));
        Assert.That(run.Error, Does.Contain("playwright.config:3: There is no setting \"wokers\". Did you mean \"workers\"?"));
    }

    [Test]
    public async Task A_known_failure_that_passes_fails_the_run()
    {
        _suite.Write("known.yaml", "- { address: saml/response/login, reason: Repaired in May, owner: Identity team, expires: 2999-01-01 }");

        var run = await RunAsync("run", "saml/response/login", "--driver", "http", "--known-failures", "known.yaml");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Failed), run.Out + run.Error);
        Assert.That(run.Out, Does.Contain("passes. Remove the entry."));
    }

    [Test]
    public async Task An_input_that_is_no_message_is_told()
    {
        var run = await CommandLine.RunAsync(_suite.Root, "hello", "inspect", "-");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Usage));
        Assert.That(run.Error, Does.Contain("no SAML message"));
    }

    [Test]
    public async Task An_export_holds_what_an_administrator_enters()
    {
        var run = await RunAsync("idp", "export", "--out", "idp");

        Assert.That(run.ExitCode, Is.EqualTo((int)ExitCode.Passed), run.Error);
        Assert.That(run.Out, Does.Contain("https://sp.example/saml/acs").And.Contain("--keys idp/keys"));
        Assert.That(Directory.GetFiles(Path.Combine(_suite.Root, "idp")).Select(Path.GetFileName), Is.EquivalentTo(_exported));
    }

    private Task<CommandLine> RunAsync(params string[] arguments) => CommandLine.RunAsync(_suite.Root, string.Empty, arguments);
}
