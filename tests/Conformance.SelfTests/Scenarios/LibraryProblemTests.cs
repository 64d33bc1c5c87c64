using Conformance.Scenarios.Loading;
using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

/// <summary>Problems that lie in where a file is, or in how files go together.</summary>
internal sealed class LibraryProblemTests
{
    [TestCase("login.yaml", "The file lies in no folder. Move it below one of: idp, integrations, saml, scim.")]
    [TestCase("smal/login.yaml", "\"smal\" is no folder for scenarios. Did you mean \"saml\"?")]
    [TestCase("integrations/login.yaml", "The file belongs to no integration. Move it into a folder below integrations/, such as integrations/aircall-jumpcloud/.")]
    [TestCase("saml/Log in.yaml", "\"Log in\" in the path cannot be part of an address. Rename it: lower-case letters and digits, joined by single hyphens.")]
    [TestCase("saml/é/login.yaml", "\"é\" in the path cannot be part of an address. Rename it: lower-case letters and digits, joined by single hyphens.")]
    [TestCase("saml/login.yml", "The file ends in \".yml\", so it is not read. Rename it: \".yaml\".")]
    public void A_file_has_to_lie_where_it_can_be_addressed(string name, string told)
    {
        using var folder = new ScenarioFolder().With($"scenarios/{name}", Samples.Login);

        Assert.That(Told(folder.Load()), Is.EqualTo([$"scenarios/{name}:1:1: {told}"]));
    }

    [Test]
    public void A_symbolic_link_is_refused_and_not_followed()
    {
        using var folder = new ScenarioFolder().With("scenarios/saml/login.yaml", Samples.Login);
        Directory.CreateSymbolicLink(folder.PathOf("scenarios/saml/again"), folder.Scenarios);

        var loaded = folder.Load();

        Assert.That(Told(loaded), Is.EqualTo(["scenarios/saml/again:1:1: This is a symbolic link, and addresses are paths. Put the file itself here."]));
        Assert.That(loaded.Scenarios, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_folder_that_is_not_there_is_a_problem()
    {
        Assert.That(
            Told(ScenarioLibrary.Load("no/scenarios", null, ScenarioVocabulary.Permissive)),
            Is.EqualTo(["no/scenarios:1:1: There is no such folder, and it has to hold the scenarios. Check its name."]));
    }

    [Test]
    public void A_broken_file_yields_no_scenario_and_keeps_its_address()
    {
        using var folder = new ScenarioFolder()
            .With("scenarios/saml/b.yaml", Samples.Login.Replace("level: must", "level: most", StringComparison.Ordinal).Replace("journey", "jorney", StringComparison.Ordinal))
            .With("scenarios/saml/a.yaml", "- x")
            .With("scenarios/saml/login.yaml", Samples.Login);

        var loaded = folder.Load();

        Assert.That(loaded.Scenarios.Select(scenario => scenario.Address), Is.EqualTo(["saml/login"]));
        Assert.That(loaded.BrokenScenarios.Keys, Is.EqualTo(["saml/a", "saml/b"]));
        Assert.That(loaded.BrokenScenarios["saml/b"].Select(problem => problem.Location.Line), Is.EqualTo([3, 7]));
        Assert.That(loaded.Problems, Is.EqualTo(loaded.BrokenScenarios.Values.SelectMany(problems => problems)));
    }

    [Test]
    public void Many_problems_of_one_file_are_cut()
    {
        using var folder = new ScenarioFolder().With("scenarios/saml/x.yaml", string.Concat(Enumerable.Range(0, 1000).Select(i => $"key{i}: 1\n")));

        var told = Told(folder.Load());

        Assert.That(told, Has.Length.EqualTo(51));
        Assert.That(told[^1], Does.EndWith("more problems from here on. Repair those above first."));
    }

    [TestCase("saml/wrapping", "The control \"saml/wrapping\" has several cases. Name one: saml/wrapping/response-object-nameid, ")]
    [TestCase("saml/wrapping/response-object-role", "The control \"saml/wrapping/response-object-role\" expects nobody to be signed in, so it shows nothing. ")]
    [TestCase("saml/lgoin", "There is no scenario \"saml/lgoin\" to be the control. Did you mean \"saml/login\"?")]
    public void A_control_has_to_show_something(string control, string told)
    {
        using var folder = new ScenarioFolder()
            .With("scenarios/saml/login.yaml", Samples.Login)
            .With("scenarios/saml/wrapping.yaml", Samples.Wrapping)
            .With("scenarios/saml/x.yaml", Samples.Login.Replace("steps:", $"control: {control}\nsteps:", StringComparison.Ordinal));

        Assert.That(Told(folder.Load()), Has.One.StartsWith($"scenarios/saml/x.yaml:6:10: {told}"));
    }

    [Test]
    public void A_control_that_is_broken_is_told_once()
    {
        using var folder = new ScenarioFolder()
            .With("scenarios/saml/login.yaml", Samples.Login.Replace("must", "most", StringComparison.Ordinal))
            .With("scenarios/saml/x.yaml", Samples.Login.Replace("steps:", "control: saml/login\nsteps:", StringComparison.Ordinal));

        Assert.That(Told(folder.Load()), Is.EqualTo(["scenarios/saml/login.yaml:3:8: \"most\" is no level. Did you mean \"must\"?"]));
    }

    [Test]
    public void A_file_and_a_case_cannot_share_an_address()
    {
        using var folder = new ScenarioFolder()
            .With("scenarios/saml/audience.yaml", Samples.Audience)
            .With("scenarios/saml/audience/other.yaml", Samples.Login);

        Assert.That(
            Told(folder.Load()),
            Is.EqualTo(["scenarios/saml/audience/other.yaml:1:1: The case at scenarios/saml/audience.yaml:7:3 has the address \"saml/audience/other\" too. Rename the file or the case."]));
    }

    [Test]
    public void An_unknown_key_of_the_catalogue_is_told_unless_the_catalogue_is_broken()
    {
        using var folder = new ScenarioFolder()
            .With("scenarios/saml/login.yaml", Samples.Login)
            .With("fixtures/spec/saml.yaml", "saml-profiles/4.1.4.5:\n  title: x\n  says: y.\n");

        Assert.That(Told(folder.Load()), Is.EqualTo(["scenarios/saml/login.yaml:4:8: \"saml-profiles/4.1.4.3\" is not in fixtures/spec. Did you mean \"saml-profiles/4.1.4.5\"?"]));

        folder.With("fixtures/spec/saml.yaml", "saml-profiles/4.1.4.5:\n  titel: x\n  says: y.\n");

        Assert.That(
            Told(folder.Load()),
            Is.EqualTo(["fixtures/spec/saml.yaml:2:3: The entry \"saml-profiles/4.1.4.5\" has no key \"titel\". Did you mean \"title\"?"]));
    }

    [Test]
    public void An_integration_may_name_pages_and_its_own_values()
    {
        using var folder = new ScenarioFolder().With(
            "scenarios/integrations/dialpad-jumpcloud/login.yaml",
            Samples.Login.Replace("- journey: login\n    as: attacker", "- open: https://dialpad.com/login\n  - click: Next\n  - fill: { Domain: \"${integration.domain}\" }", StringComparison.Ordinal));

        var loaded = folder.Load(Samples.Strict);

        Assert.That(loaded.Problems, Is.Empty);
        Assert.That(loaded.Scenarios[0].Integration, Is.EqualTo("dialpad-jumpcloud"));
    }

    [Test]
    public void Another_scenario_may_not()
    {
        Assert.That(
            Samples.Problems(Samples.Login.Replace("${sp.entity-id}", "${integration.domain}", StringComparison.Ordinal)),
            Is.EqualTo(["scenarios/saml/x.yaml:12:15: \"${integration.domain}\" belongs to an integration, and this scenario runs on every target. Use a role or ${sp.…}, or move the file below integrations/."]));
    }

    private static string[] Told(LoadedScenarios loaded) => [.. loaded.Problems.Select(problem => problem.ToString())];
}
