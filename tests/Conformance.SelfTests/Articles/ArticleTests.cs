using Conformance.Cli.Output;
using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Reports.Articles;
using Conformance.ReferenceSp;
using NUnit.Framework;

namespace Conformance.SelfTests.Articles;

/// <summary>What the set-up articles promise is checked, all of it, by scenarios that can fail.</summary>
internal sealed class ArticleTests
{
    // How a key is shown, how names are mapped, and what the provisioning client does by itself: no switch makes these wrong yet.
    private static readonly string[] WithoutFlaw = ["DLS-02", "DLS-04", "DLS-09", "JCE-10", "JCE-11", "JCE-14"];

    private static readonly Lazy<IReadOnlyList<Promise>> Promises = new(() => ArticlePromises.Of(SharedRehearsal.Instance.Library));

    [TestCase("AIR", 14)]
    [TestCase("JCJ", 17)]
    [TestCase("DLP", 14)]
    [TestCase("JCE", 15)]
    [TestCase("DLS", 9)]
    public void No_promise_of_an_article_is_missing(string article, int count) =>
        Assert.That(
            Promises.Value.Select(promise => promise.Id).Where(id => id.StartsWith(article, StringComparison.Ordinal)),
            Is.EquivalentTo(Enumerable.Range(1, count).Select(number => $"{article}-{number:00}")));

    [Test]
    public void Every_promise_has_a_scenario() =>
        Assert.That(Promises.Value.Where(promise => promise.IsOpen).Select(promise => promise.Id), Is.Empty);

    [Test]
    public void Every_promise_has_a_flaw_or_a_mistake_that_turns_it_red() =>
        Assert.That(Promises.Value.Where(promise => promise.TurnedRedBy.Count == 0).Select(promise => promise.Id), Is.EquivalentTo(WithoutFlaw));

    [Test]
    public void What_turns_a_promise_red_breaks_a_promise_that_there_is()
    {
        var ids = Promises.Value.Select(promise => promise.Id).ToList();

        Assert.That(ArticleFlaws.ByPromise.Keys, Is.SubsetOf(ids));
        Assert.That(IdpMistakes.All.SelectMany(mistake => mistake.MeantFor).Distinct(), Is.SubsetOf(ids));
        Assert.That(ArticleFlaws.ByPromise.Values.SelectMany(names => names).Distinct(), Is.SubsetOf(ReferenceSp.Flaws.All.Select(flaw => flaw.Name)));
    }

    [Test]
    public void The_page_lists_every_promise_and_keeps_fixture_checks_apart()
    {
        var page = ArticlePage.Write(Promises.Value, run: null);
        var fixtures = page[page.IndexOf("Fixture checks", StringComparison.Ordinal)..];

        Assert.That(Promises.Value.Where(promise => !page.Contains($"<td>{promise.Id}</td>", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Promises.Value.Where(promise => promise.IsFixtureCheck != fixtures.Contains($"<td>{promise.Id}</td>", StringComparison.Ordinal)), Is.Empty);
    }
}
