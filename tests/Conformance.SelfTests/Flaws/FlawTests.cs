using Conformance.Benchmarks.KillMatrix;
using Conformance.ReferenceSp;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using NUnit.Framework;

namespace Conformance.SelfTests.Flaws;

/// <summary>
/// Every flaw is noticed by exactly those cases that the reviewed snapshot names. Here each flaw meets some of its own cases and a fixed
/// sample; the whole matrix is a command: <c>dotnet run --project tests/Conformance.Benchmarks -- kill-matrix</c>.
/// </summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Children)]
internal sealed class FlawTests
{
    private const int SampleSize = 20;
    private const int OwnScenarios = 10;
    private const string Remedy = "If that is right, run: dotnet run --project tests/Conformance.Benchmarks -- kill-matrix, and review the difference.";
    private static readonly KillSnapshot Snapshot = KillSnapshot.Read(KillSnapshot.Path);
    private static readonly Lazy<IReadOnlyList<ScenarioCase>> Catalogue = new(() => FlawTrial.Catalogue(SharedRehearsal.Instance));
    private static readonly Dictionary<string, string> Unseen = ReasonsIn("unseen.txt");
    private static readonly Dictionary<string, string> Untripped = ReasonsIn("untripped.txt");

    private static IEnumerable<string> Names => ReferenceSp.Flaws.All.Select(flaw => flaw.Name).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public async Task Is_noticed_by_exactly_the_reviewed_cases(string name)
    {
        var flaw = ReferenceSp.Flaws.Find(name);
        var cases = Meeting(flaw);

        var kill = await new FlawTrial(SharedRehearsal.Instance).PlayAsync(flaw, cases, workers: 1);

        var expected = cases.Where(scenarioCase => IsReviewed(name, scenarioCase)).Select(scenarioCase => scenarioCase.Address).Order(StringComparer.Ordinal);
        Assert.That(kill.Addresses.Order(StringComparer.Ordinal), Is.EqualTo(expected), $"of {cases.Count} cases. {Remedy}");
        Assert.That(kill.Preflight, Is.EqualTo(Snapshot.PreflightOf(name)), Remedy);
    }

    [Test]
    public void Every_flaw_is_noticed_or_has_a_reason_why_nothing_can()
    {
        var silent = Names.Where(name => !Snapshot.IsNoticed(name)).ToList();

        Assert.That(silent.Where(name => !Unseen.ContainsKey(name)), Is.Empty, "No case of saml/ notices these flaws.");
        Assert.That(Unseen.Keys.Where(name => !silent.Contains(name)), Is.Empty, "These flaws are noticed, or gone: take them out of unseen.txt.");
    }

    [Test]
    public void Every_refusal_and_attack_notices_at_least_one_flaw()
    {
        var idle = Catalogue.Value.GroupBy(scenarioCase => scenarioCase.Scenario)
            .Where(group => group.Key.AllSteps.OfType<Session>().Any(session => session.ExpectsNobody || session.ExpectsNoGain))
            .Where(group => !Snapshot.Flaws.Any(flaw => group.Any(scenarioCase => IsReviewed(flaw, scenarioCase))))
            .Select(group => group.Key.Address).ToList();

        Assert.That(idle.Where(address => !Untripped.ContainsKey(address)), Is.Empty, "No flaw trips these scenarios, so nothing shows that they can fail.");
        Assert.That(Untripped.Keys.Where(address => !idle.Contains(address)), Is.Empty, "A flaw trips these, or they are gone: take them out of untripped.txt.");
    }

    [Test]
    public void The_snapshot_names_only_flaws_that_there_are() =>
        Assert.That(Snapshot.Flaws.Where(name => !Names.Contains(name)), Is.Empty, Remedy);

    [Test]
    public async Task The_sound_service_provider_passes_what_every_flaw_meets()
    {
        var sound = await new FlawTrial(SharedRehearsal.Instance).PlayAsync(null, [.. Sample()], workers: 2);

        Assert.That(sound.Addresses, Is.Empty);
        Assert.That(sound.Undecided, Is.Empty);
        Assert.That(sound.Preflight, Is.Null);
    }

    private static List<ScenarioCase> Meeting(Flaw flaw) =>
    [
        .. FlawTrial.Own(flaw, Catalogue.Value).Concat(Catalogue.Value.Where(scenarioCase => IsReviewed(flaw.Name, scenarioCase)))
            .GroupBy(scenarioCase => scenarioCase.Scenario.Address, StringComparer.Ordinal)
            .Select(group => group.FirstOrDefault(scenarioCase => IsReviewed(flaw.Name, scenarioCase)) ?? group.First())
            .OrderBy(scenarioCase => IsReviewed(flaw.Name, scenarioCase) ? 0 : 1)
            .Take(OwnScenarios)
            .Concat(Sample())
            .DistinctBy(scenarioCase => scenarioCase.Address),
    ];

    // Every n-th case: the same ones as long as the catalogue is the same, and from all of its folders.
    private static IEnumerable<ScenarioCase> Sample()
    {
        var stride = Math.Max(1, Catalogue.Value.Count / SampleSize);
        return Catalogue.Value.Where((_, index) => index % stride == stride / 2).Where(scenarioCase => !Snapshot.IsNoticedWhenSound(scenarioCase.Address)).Take(SampleSize);
    }

    private static bool IsReviewed(string flaw, ScenarioCase scenarioCase) =>
        Snapshot.Kills(flaw, scenarioCase.Scenario.Address, scenarioCase.Case.Name);

    // A name and the reason a line.
    private static Dictionary<string, string> ReasonsIn(string file) =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(KillSnapshot.Path)!, file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
