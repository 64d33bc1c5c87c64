using Conformance.Saml.Tamperings;
using NUnit.Framework;

namespace Conformance.SelfTests.Saml;

/// <summary>The catalogue says of every tampering what a scenario's author has to know.</summary>
public sealed class CatalogueTests
{
    [Test]
    public void Every_tampering_is_described()
    {
        foreach (var entry in TamperingCatalogue.All)
        {
            Assert.That(entry.Name, Does.Match("^[a-z]+(-[a-z]+)*$"));
            Assert.That(entry.Summary, Does.EndWith("."), entry.Name);
            Assert.That(entry.Premise, Does.EndWith("."), entry.Name);
            Assert.That(entry.Parameters.Select(own => own.Name), Is.Unique, entry.Name);
            Assert.That(entry.Parameters.All(own => own.Summary.Length > 0), Is.True, entry.Name);
            TestContext.Out.WriteLine($"{entry.Name}{(entry.CanBeSaid ? " (says)" : "")}: " + string.Join("; ",
                entry.Parameters.Select(own => own.AllowedValues is null
                    ? own.Name
                    : $"{own.Name}={string.Join('|', own.AllowedValues)}")));
        }
    }

    [Test]
    public void What_is_made_has_the_name_it_was_asked_for()
    {
        foreach (var entry in TamperingCatalogue.All.Where(entry => entry.Parameters.All(own => !own.Required)))
        {
            Assert.That(TamperingCatalogue.Create(entry.Name, null).Name, Is.EqualTo(entry.Name));
        }
    }

    [TestCase("-1h", -3600)]
    [TestCase("+90s", 90)]
    [TestCase("1d12h", 129600)]
    [TestCase("now", 0)]
    [TestCase("-1500ms", -1.5)]
    public void Times_are_relative(string text, double seconds) => Assert.That(
        Conformance.Saml.Tamperings.Edits.EditValue.Offset(text).TotalSeconds, Is.EqualTo(seconds));

    [TestCase("1")]
    [TestCase("yesterday")]
    [TestCase("")]
    public void What_is_no_time_is_refused(string text) => Assert.That(
        () => Conformance.Saml.Tamperings.Edits.EditValue.Offset(text),
        Throws.TypeOf<TamperingException>().With.Message.Contains("write for example"));
}
