using Conformance.Scenarios.Selecting;
using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

internal sealed class SelectionTests
{
    private static readonly string[] _audience = ["saml/response/audience/other", "saml/response/audience/prefix"];

    [TestCase("saml/response")]
    [TestCase("saml/response/")]
    [TestCase("saml/response/audience")]
    [TestCase("scenarios/saml/response/audience.yaml")]
    [TestCase("/somewhere/scenarios/saml/response/audience.yaml")]
    [TestCase("response")]
    [TestCase("check/NEG-08")]
    [TestCase("check/neg-08")]
    [TestCase("check")]
    public void Chooses_by_address_path_tag_and_place_in_a_specification(string argument)
    {
        Assert.That(Addresses(argument), Is.EqualTo(_audience));
    }

    [TestCase("quick")]
    [TestCase("core")]
    [TestCase("attack")]
    [TestCase("saml2int")]
    [TestCase("kantara-iip")]
    [TestCase("dos")]
    public void A_plan_chooses_what_belongs_to_it(string plan)
    {
        var library = SharedRehearsal.Instance.Library;

        var chosen = Selection.Parse([plan]).Choose(library);

        Assert.That(chosen.Problems, Is.Empty);
        Assert.That(chosen.Cases, Is.EquivalentTo(library.Cases.Where(Plans.Find(plan)!.Includes)));
        Assert.That(chosen.Cases, Is.Not.Empty.And.Count.LessThan(library.Cases.Count()));
    }

    [Test]
    public void Only_profiles_make_obligations_of_recommendations() => Assert.That(
        Plans.All.Where(plan => Selection.Parse([plan.Name]).IsStrict).Select(plan => plan.Name), Is.EquivalentTo(["saml2int", "kantara-iip"]));

    [Test]
    public void Chooses_one_case()
    {
        Assert.That(Addresses("saml/response/audience/prefix"), Is.EqualTo(["saml/response/audience/prefix"]));
    }

    [Test]
    public void Chooses_everything_when_nothing_is_said_and_each_case_once_when_said_twice()
    {
        Assert.That(Addresses(), Is.EqualTo(Addresses("saml", "smoke", "saml/login")));
        Assert.That(Addresses(), Has.Length.EqualTo(9));
    }

    [Test]
    public void A_wider_clause_chooses_the_narrower()
    {
        Assert.That(Addresses("saml-profiles/4.1.4"), Has.Length.EqualTo(9));
        Assert.That(Problems("saml-profiles/4.1.4.33"), Has.Length.EqualTo(1));
    }

    [TestCase("saml/respons", "\"saml/respons\" is no address, tag or place in a specification. Did you mean \"saml/response\"?")]
    [TestCase("saml/resp", "\"saml/resp\" is no address, tag or place in a specification. Did you mean \"saml/response\"?")]
    [TestCase("CVE-2025-47948", "\"CVE-2025-47948\" is no address, tag or place in a specification. Did you mean \"CVE-2025-47949\"?")]
    [TestCase("quite-another-thing", "\"quite-another-thing\" is no address, tag or place in a specification. Write one of: saml, saml/attack, saml/response.")]
    [TestCase("", "An argument is empty. Write an address, a tag or a place in a specification, or nothing at all.")]
    public void An_argument_that_matches_nothing_is_a_problem(string argument, string told)
    {
        Assert.That(Problems(argument, "saml"), Is.EqualTo([told]));
    }

    [Test]
    public void A_broken_file_is_chosen_by_its_address()
    {
        using var folder = Folder().With("scenarios/saml/attack/broken.yaml", "x");

        var selected = Selection.Parse(["saml/attack"]).Choose(folder.Load());

        Assert.That(selected.Broken, Is.EqualTo(["saml/attack/broken"]));
        Assert.That(selected.Cases, Has.Count.EqualTo(6));
    }

    private static string[] Addresses(params string[] arguments)
    {
        using var folder = Folder();
        var selected = Selection.Parse(arguments).Choose(folder.Load());
        Assert.That(selected.Problems, Is.Empty);
        return [.. selected.Cases.Select(@case => @case.Address)];
    }

    private static string[] Problems(params string[] arguments)
    {
        using var folder = Folder();
        return [.. Selection.Parse(arguments).Choose(folder.Load()).Problems];
    }

    private static ScenarioFolder Folder() => new ScenarioFolder()
        .With("scenarios/saml/login.yaml", Samples.Login)
        .With("scenarios/saml/response/audience.yaml", Samples.Audience)
        .With("scenarios/saml/attack/wrapping.yaml", Samples.Wrapping);
}
