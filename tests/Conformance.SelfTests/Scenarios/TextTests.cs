using Conformance.Scenarios.Model;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace Conformance.SelfTests.Scenarios;

internal sealed class TextTests
{
    [TestCase("plain", "plain")]
    [TestCase("${a.b}", "<a.b>")]
    [TestCase("x${ a.b }y${c.d}", "x<a.b>y<c.d>")]
    [TestCase("$${a.b}", "${a.b}")]
    [TestCase("$$${a.b}", "$${a.b}")]
    [TestCase("$ { $a }", "$ { $a }")]
    public void Replaces_variables_and_keeps_all_else(string raw, string bound)
    {
        Assert.That(new Text(raw, default).Bind(name => $"<{name}>"), Is.EqualTo(bound));
    }

    [Test]
    public void An_escaped_text_comes_out_as_it_went_in()
    {
        Prop.ForAll(
            Gen.Elements('$', '{', '}', 'a', '.', ' ').ListOf().Select(letters => string.Concat(letters)).ToArbitrary(),
            text => new Text(text.Replace("${", "$${", StringComparison.Ordinal), default).Bind(_ => "never") == text).QuickCheckThrowOnFailure();
    }

    [Test]
    public void A_variable_without_a_value_says_where()
    {
        var text = new Text("${sp.metadata}", new Location("scenarios/saml/x.yaml", 4, 7));

        var thrown = Assert.Throws<UnboundVariableException>(() => text.Bind(_ => null));

        Assert.That(
            thrown.Message,
            Is.EqualTo("scenarios/saml/x.yaml:4:7: the variable \"${sp.metadata}\" has no value here. Give it one in the fixture or target file it comes from."));
    }

    [Test]
    public void Values_of_a_case_may_hold_other_variables()
    {
        using var folder = new ScenarioFolder().With("scenarios/saml/audience.yaml", Samples.Audience);
        var prefix = folder.Load().Find("saml/audience/prefix")!;

        var bound = prefix.Bind(new Text("${case.name}: ${case.audience}", default), name => name == "sp.entity-id" ? "https://sp.example" : null);

        Assert.That(bound, Is.EqualTo("prefix: https://sp.examplex"));
    }
}
