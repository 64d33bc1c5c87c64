using System.Collections.Concurrent;
using Conformance.Benchmarks.KillMatrix;
using Conformance.ReferenceSp;
using Conformance.Scenarios.Model;
using NUnit.Framework;

namespace Conformance.SelfTests.Flaws;

/// <summary>
/// Checks are shown to fail on a service provider that deserves it: each flaw meets cases of its own scenarios and a fixed sample of the
/// others, and exactly those notice it that the snapshot says. What every flaw does to every scenario is a command:
/// <c>dotnet run --project tests/Conformance.Benchmarks -- kill-matrix</c>.
/// </summary>
[CancelAfter(600_000)]
internal sealed class FlawTests
{
    private const int SampleSize = 20;
    private const int MostOfItsOwn = 6;
    private const int AtOnce = 2;
    private static readonly Lazy<IReadOnlyList<ScenarioCase>> Catalogue = new(() => FlawTrial.Catalogue(SharedRehearsal.Instance));
    private static readonly Lazy<KillSnapshot> Snapshot = new(() => KillSnapshot.Read(KillSnapshot.Path));
    private static readonly Lazy<Task<IReadOnlyDictionary<string, Kill>>> Trials = new(() => Task.Run(TryAllAsync));

    private static IEnumerable<string> Names => MatrixFlaws.All.Select(flaw => flaw.Name);

    [TestCaseSource(nameof(Names))]
    public async Task Is_noticed_as_reviewed(string flaw)
    {
        var kill = (await Trials.Value)[flaw];

        Assert.That(kill.Preflight, Is.EqualTo(Snapshot.Value.PreflightOf(flaw)));
        Assert.That(kill.Undecided, kill.Preflight is null ? Is.Empty : Is.Not.Empty);
        Assert.That(
            kill.Played.Where(address => !Snapshot.Value.IsNoticedWhenSound(address)).Intersect(kill.Addresses),
            Is.EqualTo(kill.Played.Where(address => IsReviewed(flaw, address))),
            "Run the kill matrix for this flaw and review what changed.");
    }

    [Test]
    public async Task The_sound_service_provider_trips_nothing()
    {
        var sound = await new FlawTrial(SharedRehearsal.Instance).PlayAsync(
            null, [.. Catalogue.Value.Where(scenarioCase => scenarioCase.Scenario.Level is Level.Must or Level.Should && scenarioCase.Scenario.Cases[0] == scenarioCase.Case)], AtOnce);

        Assert.That(sound.Preflight, Is.Null);
        Assert.That(sound.Undecided, Is.Empty);
        Assert.That(sound.Addresses, Is.Empty);
    }

    private static bool IsReviewed(string flaw, string address)
    {
        var scenarioCase = Catalogue.Value.First(candidate => candidate.Address == address);
        return Snapshot.Value.Kills(flaw, scenarioCase.Scenario.Address, scenarioCase.Case.Name);
    }

    private static async Task<IReadOnlyDictionary<string, Kill>> TryAllAsync()
    {
        var flaws = new ConcurrentQueue<Flaw>(MatrixFlaws.All);
        var kills = new ConcurrentDictionary<string, Kill>(StringComparer.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (flaws.TryDequeue(out var flaw))
            {
                kills[flaw.Name] = await new FlawTrial(SharedRehearsal.Instance).PlayAsync(flaw, CasesFor(flaw), workers: 1);
            }
        })));
        return kills;
    }

    // A case of each of its own scenarios, those first that notice it; then the first case of every thirteenth file or so, always the same. Of refusals
    // that are no answer only the first of a kind is a Warning, and the others point at it: where messages are fatal, all that was reviewed is played too.
    private static List<ScenarioCase> CasesFor(Flaw flaw)
    {
        var own = FlawTrial.Own(flaw, Catalogue.Value)
            .GroupBy(scenarioCase => scenarioCase.Scenario.Address, StringComparer.Ordinal)
            .Select(group => group.FirstOrDefault(scenarioCase => IsReviewed(flaw.Name, scenarioCase.Address)) ?? group.First())
            .OrderByDescending(scenarioCase => IsReviewed(flaw.Name, scenarioCase.Address)).Take(MostOfItsOwn);
        var firsts = Catalogue.Value.Where(scenarioCase => scenarioCase.Scenario.Cases[0] == scenarioCase.Case).ToList();
        var reviewed = Catalogue.Value.Where(scenarioCase => flaw.Name.StartsWith("dies-of-", StringComparison.Ordinal) && IsReviewed(flaw.Name, scenarioCase.Address));
        return [.. own.Concat(firsts.Where((_, index) => index % (firsts.Count / SampleSize) == 0).Take(SampleSize)).Concat(reviewed).Distinct().OrderBy(scenarioCase => scenarioCase.Address, StringComparer.Ordinal)];
    }
}
