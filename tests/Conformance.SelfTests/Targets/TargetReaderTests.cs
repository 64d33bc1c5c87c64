using Conformance.Player.Targets;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using NUnit.Framework;

namespace Conformance.SelfTests.Targets;

/// <summary>A target file that is wrong says where, what and how to put it right; all at once.</summary>
internal sealed class TargetReaderTests
{
    private const string Good = """
        name: A product
        url: http://127.0.0.1:8080
        sp:
          entity-id: ${sp.url}/metadata
          acs: ${sp.url}/acs
        journeys:
          login: ${sp.url}/login
        session:
          open: ${sp.url}/me
          user: $.user
        people:
          attacker: { name-id: mallory@sp.example }
          victim: { name-id: alice@sp.example }

        """;

    private static readonly string[] People = ["attacker", "victim"];
    private string _directory = null!;

    [SetUp]
    public void Make() => _directory = Directory.CreateTempSubdirectory("conformance-target-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_directory, recursive: true);

    [Test]
    public void Reads_a_small_target()
    {
        var target = Read(Good, out var problems);

        Assert.That(problems, Is.Empty);
        Assert.That(target!.Place, Is.InstanceOf<RunningPlace>());
        Assert.That(target.People.Keys, Is.EquivalentTo(People));
        Assert.That(target.Claims.Says("encryption"), Is.Null);
        Assert.That(target.TlsWaiver, Is.Null);
    }

    [Test]
    public void Reads_a_journey_that_is_one_request()
    {
        var target = Read(
            Good.Replace(
                "login: ${sp.url}/login",
                "login: ${sp.url}/login\n  password-login:\n  - request: POST ${sp.url}/password\n    form: { user: \"${person.email}\", secret: \"${person.password}\" }",
                StringComparison.Ordinal),
            out var problems);

        Assert.That(problems, Is.Empty);
        var request = (Request)target!.Journeys["password-login"].Single();
        Assert.That(request.Line.Raw, Is.EqualTo("POST ${sp.url}/password"));
        Assert.That(((TextValue)request.Form!["secret"]!).Text.Raw, Is.EqualTo("${person.password}"));
    }

    [TestCase("name: A product\n", "", "lacks \"name\"")]
    [TestCase("url: http://127.0.0.1:8080\n", "", "says nowhere where it runs. Write exactly one of url, process, container, embedded")]
    [TestCase("url: http", "embedded: reference\nurl: http", "says url and embedded where it runs")]
    [TestCase("  user: $.user\n", "", "lacks \"user\"")]
    [TestCase("user: $.user", "user: user", "This says not where the value stands")]
    [TestCase("user: $.user", "user: { xpath: //b }", "This says not where the value stands")]
    [TestCase("victim: {", "nobody: {", "names no victim under \"people\"")]
    [TestCase("  login: ${sp.url}/login\n", "  login: []\n", "The journey \"login\" has no steps")]
    [TestCase("login: ${sp.url}/login", "login: [ wait: 3 ]", "This is no step of a journey")]
    [TestCase("people:", "claims: { signing: [everything] }\npeople:", "\"everything\" is no signing place. Write assertion, response or both.")]
    [TestCase("people:", "claims: { encyption: true }\npeople:", "encryption")]
    [TestCase("people:", "tls: waived\npeople:", "\"tls\" is neither \"verify\" nor \"waived: REASON\"")]
    [TestCase("people:", "jurneys: {}\npeople:", "journeys")]
    [TestCase("people:", "explained: missing.yaml\npeople:", "missing.yaml")]
    [TestCase("url: http://127.0.0.1:8080\n", "process: { ready: { url: x } }\n", "The process lacks \"start\"")]
    [TestCase("url: http://127.0.0.1:8080\n", "process: { start: [true] }\n", "It lacks \"ready\"")]
    [TestCase("url: http://127.0.0.1:8080\n", "container: { image: a, ready: { url: x } }\n", "The container lacks \"port\"")]
    public void Says_what_is_wrong(string what, string instead, string message)
    {
        var text = Good.Replace(what, instead, StringComparison.Ordinal);
        Assert.That(text, Is.Not.EqualTo(Good), "the case changes nothing");

        var target = Read(text, out var problems);

        Assert.That(target, Is.Null);
        Assert.That(problems.Select(problem => problem.ToString()), Has.Some.Contains(message));
        Assert.That(problems.Select(problem => problem.ToString()), Has.All.Match(@"target\.yaml:\d+:\d+: .+\.|missing\.yaml"));
    }

    [Test]
    public void Says_the_line()
    {
        Read(Good.Replace("user: $.user", "user: user", StringComparison.Ordinal), out var problems);

        Assert.That(problems.Single().Location.Line, Is.EqualTo(10));
        Assert.That(problems.Single().Location.Column, Is.EqualTo(9));
    }

    [Test]
    public void Says_everything_at_once()
    {
        Read(Good.Replace("user: $.user", "user: user", StringComparison.Ordinal).Replace("victim:", "nobody:", StringComparison.Ordinal) + "tls: off\n", out var problems);

        Assert.That(problems, Has.Count.EqualTo(3));
    }

    [TestCase("")]
    [TestCase("# nothing but a comment\n")]
    [TestCase("- a list\n")]
    [TestCase("name: [unclosed\n")]
    [TestCase("a: &a [*a]\n")]
    public void Survives_what_is_no_target(string text)
    {
        Assert.That(Read(text, out var problems), Is.Null);
        Assert.That(problems, Is.Not.Empty);
    }

    [Test]
    public void A_file_that_is_missing_is_named()
    {
        var problems = new List<ScenarioProblem>();

        Assert.That(TargetReader.Read(Path.Combine(_directory, "absent.yaml"), problems), Is.Null);
        Assert.That(problems.Single().ToString(), Does.Contain("absent.yaml"));
    }

    private TargetFile? Read(string text, out List<ScenarioProblem> problems)
    {
        var path = Path.Combine(_directory, "target.yaml");
        File.WriteAllText(path, text);
        problems = [];
        return TargetReader.Read(path, problems);
    }
}
