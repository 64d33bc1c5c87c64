using Conformance.Cli.Commands;
using Conformance.Player.Reports.Coverage;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports;

/// <summary>Nothing of the catalogue is forgotten, and whoever is shown a break-in is told how such a bug is repaired.</summary>
internal sealed class CoverageTests
{
    private static readonly IReadOnlyList<CoverageEntry> Table = CoverageTable.Of(SharedRehearsal.Instance.Library, CoverageCommand.KnownFlaws);

    [Test]
    public void Every_check_is_tested_or_says_why_not()
    {
        var checks = Table.Where(entry => entry.Entry.Key.Document == "check").ToList();

        Assert.That(checks, Has.Count.EqualTo(312));
        Assert.That(
            checks.Where(entry => entry.IsForgotten).Select(entry => entry.Entry.Key.Value), Is.Empty,
            "Write a scenario with that spec, or \"not-tested: why\" into fixtures/spec/check.yaml.");
    }

    [Test]
    public void Nothing_that_is_tested_says_why_it_is_not() => Assert.That(
        Table.Where(entry => entry.IsTested && entry.Entry.NotTested is not null).Select(entry => entry.Entry.Key.Value), Is.Empty,
        "A scenario has that spec by now: take \"not-tested\" out of fixtures/spec.");

    [Test]
    public void Every_field_bug_is_tested() => Assert.That(
        Table.Where(entry => entry.Entry.Key.Document == "field-bug" && !entry.IsTested).Select(entry => entry.Entry.Key.Value), Is.Empty);

    [Test]
    public void Every_attack_says_how_it_is_repaired()
    {
        var library = SharedRehearsal.Instance.Library;

        Assert.That(
            library.Scenarios.Where(scenario => scenario.Address.StartsWith("saml/attack/", StringComparison.Ordinal)
                && scenario.Spec.All(key => library.Spec.Find(key)?.Repair is null)).Select(scenario => scenario.Address),
            Is.Empty);
    }

    [Test]
    public void The_page_needs_nothing_beside_itself()
    {
        var page = CoverageHtml.Write(Table);

        Assert.That(page, Does.Contain("default-src 'none'"));
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("<link").And.Not.Contain("@style@"));
        Assert.That(page, Does.Contain("check/NEG-13").And.Contain("saml/response/expired").And.Contain("generous-skew"));
    }
}
