using Conformance.Player.Benches;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Running;

/// <summary>
/// What is left to play, in groups that share a stage. A worker stays with its group, since every bench that a group is played on has to set the stage
/// up and to play the group's controls; once nothing else is left, it joins the largest group that another one has begun.
/// </summary>
internal sealed class CaseQueue
{
    // To join for less than this would cost more, in controls at the beginning and the end, than it spares.
    private const int WorthJoining = 6;
    private readonly Lock _lock = new();
    private readonly List<Group> _groups;

    public CaseQueue(IEnumerable<ScenarioCase> cases)
    {
        // The longest first, so that no worker is left alone with it: a scenario of a person takes a hundred times as long as another.
        _groups = [.. InPlayingOrder(cases)
            .GroupBy(scenarioCase => Bench.StageName(scenarioCase.Scenario), StringComparer.Ordinal)
            .Select(group => new Group(group))
            .OrderByDescending(group => group.Persons).ThenByDescending(group => group.Left.Count)];
        Count = _groups.Sum(group => group.Left.Count);
    }

    /// <summary>How many cases there were at the beginning.</summary>
    public int Count { get; }

    /// <summary>The next case for a worker; <c>null</c>: nothing is left that another worker does not finish sooner.</summary>
    /// <param name="stage">The stage that the worker's last case was of; <c>null</c> at its first.</param>
    public ScenarioCase? Next(string? stage)
    {
        lock (_lock)
        {
            var group = _groups.Find(own => own.Stage == stage && own.Left.Count > 0)
                ?? _groups.Find(untouched => !untouched.IsBegun)
                ?? _groups.Where(begun => begun.Left.Count >= WorthJoining).OrderByDescending(begun => begun.Persons).ThenByDescending(begun => begun.Left.Count).FirstOrDefault();
            if (group is null)
            {
                return null;
            }

            group.IsBegun = true;
            return group.Left.Dequeue();
        }
    }

    // Persons first, who take longest; what others name as their control right before those, so that it need not be played for them again.
    private static IEnumerable<ScenarioCase> InPlayingOrder(IEnumerable<ScenarioCase> cases)
    {
        var all = cases.ToList();
        var named = all.Select(scenarioCase => scenarioCase.Scenario.Control?.Raw).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return all.OrderBy(scenarioCase => CaseNeeds.HasPerson(scenarioCase.Scenario) ? 0 : 1)
            .ThenBy(scenarioCase => (scenarioCase.Scenario.Control is not null, named.Contains(scenarioCase.Address)) switch
            {
                (false, false) => 0,
                (false, true) => 1,
                (true, true) => 2,
                (true, false) => 3,
            });
    }

    private sealed class Group(IGrouping<string, ScenarioCase> cases)
    {
        public string Stage { get; } = cases.Key;

        public Queue<ScenarioCase> Left { get; } = new(cases);

        public int Persons => Left.Count(scenarioCase => CaseNeeds.HasPerson(scenarioCase.Scenario));

        public bool IsBegun { get; set; }
    }
}
