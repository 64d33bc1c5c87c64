using Conformance.Benchmarks.KillMatrix;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using Conformance.SelfTests.Snapshots;
using NUnit.Framework;

namespace Conformance.SelfTests.Flaws;

/// <summary>The matrix has no holes but those that somebody gave a reason for.</summary>
internal sealed class KillMatrixTests
{
    private static readonly KillSnapshot Matrix = KillSnapshot.Read(KillSnapshot.Path);

    // "flaw NAME: REASON" or "scenario ADDRESS: REASON", a line each.
    private static readonly IReadOnlyDictionary<string, string> Exceptions = File
        .ReadAllLines(Path.Combine(Path.GetDirectoryName(KillSnapshot.Path)!, "kills.exceptions.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(": ", 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal);

    private static IEnumerable<string> Refusals => SharedRehearsal.Instance.Library.Scenarios.Where(Refuses).Select(scenario => scenario.Address);

    [Test]
    public void Every_flaw_has_a_name_of_its_own() => Assert.That(ReferenceSp.Flaws.All.Select(flaw => flaw.Name), Is.Unique);

    [Test]
    public void Every_flaw_is_in_the_matrix() =>
        Assert.That(Matrix.Flaws, Is.EquivalentTo(MatrixFlaws.All.Select(flaw => flaw.Name)), "Run the kill matrix; it writes the snapshot.");

    [Test]
    public void Every_flaw_is_noticed() => Assert.That(
        MatrixFlaws.All.Select(flaw => flaw.Name).Where(flaw => !Matrix.IsNoticed(flaw) && !Exceptions.ContainsKey($"flaw {flaw}")),
        Is.Empty,
        "Write a scenario that notices it, or a reason into kills.exceptions.txt.");

    [Test]
    public void Every_refusal_notices_some_flaw() => Assert.That(
        Refusals.Where(address => !Matrix.Scenarios.Contains(address) && !Exceptions.ContainsKey($"scenario {address}")),
        Is.Empty,
        "Give the reference service provider the flaw that the scenario is there for, or write a reason into kills.exceptions.txt.");

    [Test]
    public void Every_exception_is_one() => Assert.That(
        Exceptions.Keys.Where(key => key.Split(' ') is not ["flaw", var flaw]
            ? key.Split(' ') is not ["scenario", var address] || Matrix.Scenarios.Contains(address) || !Refusals.Contains(address)
            : Matrix.IsNoticed(flaw) || !Matrix.Flaws.Contains(flaw)),
        Is.Empty,
        "What is listed is noticed by now, or is not there; take it out.");

    [Test]
    public async Task The_matrix_names_nothing_that_is_gone()
    {
        var cases = SharedRehearsal.Instance.Library.Cases.ToLookup(scenarioCase => scenarioCase.Scenario.Address, scenarioCase => scenarioCase.Address);
        var addresses = cases.SelectMany(group => group).ToHashSet(StringComparer.Ordinal);
        var flaws = MatrixFlaws.All.Select(flaw => flaw.Name).ToHashSet(StringComparer.Ordinal);
        var known = (await File.ReadAllTextAsync(KillSnapshot.Path)).ReplaceLineEndings("\n").Split("\n\n")
            .Where((paragraph, index) => index == 0 || flaws.Contains(paragraph.Split('\n')[0]))
            .Select(paragraph => string.Join('\n', paragraph.Split('\n').Where(IsThere)));
        await Snapshot.MatchesAsync(string.Join("\n\n", known), new SnapshotPath(Path.GetDirectoryName(KillSnapshot.Path)!, "kills", "txt"));

        // "# sound ADDRESS", "  SCENARIO" or "  SCENARIO: CASE CASE"; every other line says nothing about scenarios.
        bool IsThere(string line) => line.Split(' ') switch
        {
            ["#", "sound", var address] => addresses.Contains(address),
            ["", "", "preflight", ..] => true,
            ["", "", var scenario] => cases.Contains(scenario),
            ["", "", var scenario, .. var names] => names.All(name => addresses.Contains($"{scenario.TrimEnd(':')}/{name}")),
            _ => true,
        };
    }

    private static bool Refuses(Scenario scenario) =>
        scenario.Address.StartsWith("saml/", StringComparison.Ordinal)
        && scenario.AllSteps.OfType<Session>().Any(session => session.ExpectsNobody || session.ExpectsNoGain || session.ExpectsOneSession);
}
