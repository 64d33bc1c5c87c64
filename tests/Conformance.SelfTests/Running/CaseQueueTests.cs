using Conformance.Player.Benches;
using Conformance.Player.Running;
using Conformance.Scenarios.Model;
using NUnit.Framework;

namespace Conformance.SelfTests.Running;

/// <summary>Who plays what, and in which order.</summary>
internal sealed class CaseQueueTests
{
    private static IReadOnlyList<ScenarioCase> Cases => [.. SharedRehearsal.Instance.Library.Cases];

    [Test]
    public void Every_case_is_played_once([Values(1, 2, 3)] int workers) =>
        Assert.That(
            Deal(Cases, workers).SelectMany(dealt => dealt).Select(scenarioCase => scenarioCase.Address),
            Is.EquivalentTo(Cases.Select(scenarioCase => scenarioCase.Address)));

    [Test]
    public void A_worker_leaves_a_stage_only_when_nothing_is_left_of_it()
    {
        foreach (var stages in Deal(Cases, workers: 2).Select(dealt => dealt.Select(scenarioCase => Bench.StageName(scenarioCase.Scenario)).ToList()))
        {
            var visits = stages.Where((stage, index) => index == 0 || stages[index - 1] != stage).ToList();
            Assert.That(visits, Is.Unique);
        }
    }

    [Test]
    public void What_others_name_as_their_control_comes_before_them()
    {
        var order = Deal(Cases, workers: 1)[0];
        var at = order.Index().ToDictionary(entry => entry.Item.Address, entry => entry.Index, StringComparer.Ordinal);
        var late = order.Where(scenarioCase => scenarioCase.Scenario.Control is { } control && at.TryGetValue(control.Raw, out var played)
            && Bench.StageName(order[played].Scenario) == Bench.StageName(scenarioCase.Scenario)
            && CaseNeeds.HasPerson(order[played].Scenario) == CaseNeeds.HasPerson(scenarioCase.Scenario)
            && played > at[scenarioCase.Address]);

        Assert.That(late.Select(scenarioCase => scenarioCase.Address), Is.Empty);
    }

    [Test]
    public void Nobody_joins_for_a_handful_of_cases()
    {
        var queue = new CaseQueue(SharedRehearsal.Instance.Cases("saml/response/login"));

        Assert.That(queue.Count, Is.InRange(2, 5));
        Assert.That(queue.Next(null), Is.Not.Null);
        Assert.That(queue.Next(null), Is.Null);
        Assert.That(queue.Next(string.Empty), Is.Not.Null);
    }

    // As many workers as asked for, each of which takes its next case when the others have taken theirs.
    private static List<List<ScenarioCase>> Deal(IReadOnlyList<ScenarioCase> cases, int workers)
    {
        var queue = new CaseQueue(cases);
        var dealt = Enumerable.Range(0, workers).Select(_ => new List<ScenarioCase>()).ToList();
        for (var tookOne = true; tookOne;)
        {
            tookOne = false;
            foreach (var mine in dealt)
            {
                if (queue.Next(mine.Count == 0 ? null : Bench.StageName(mine[^1].Scenario)) is { } next)
                {
                    mine.Add(next);
                    tookOne = true;
                }
            }
        }

        return dealt;
    }
}
