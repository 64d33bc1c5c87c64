using Conformance.Player.Benches;
using Conformance.Player.Drivers;
using Conformance.Player.Fixtures;
using Conformance.Player.Running;
using Conformance.Player.Targets;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.RealServiceProviders;

/// <summary>
/// Service providers that other people wrote and many run: whatever is not Passed on them is either a true property, explained beside
/// the target, or a false alarm of ours.
/// </summary>
[TestFixture]
[Category("real-sp")]
[Parallelizable(ParallelScope.All)]
public sealed class RealServiceProviderTests
{
    // CVE-2025-29775, GHSA-c27r-x354-4m68, CVE-2025-54369, CVE-2022-39299.
    private static readonly Dictionary<string, string[]> KnownToBeBroken = new(StringComparer.Ordinal)
    {
        ["passport-saml-1"] =
        [
            "saml/attack/digest-comment", "saml/attack/hmac-with-public-key", "saml/attack/instruction-in-value", "saml/attack/several-roots",
        ],
    };

    // Whether it shows hangs on the moment: several deliveries race each other, so an explained one may pass as well.
    private static readonly string[] Races = ["saml/response/replay-at-once"];

    [TestCase("mod-auth-mellon", "saml/")]
    [TestCase("shibboleth", "saml/")]
    [TestCase("shibboleth-solicited", "saml/")]
    [TestCase("shibboleth-logout", "saml/logout/")]
    [TestCase("node-saml", "saml/")]
    [TestCase("passport-saml-1", "saml/")]
    [TestCase("scimmy", "scim/")]
    public async Task Every_verdict_that_is_not_passed_is_explained(string name, string folder)
    {
        var root = Repository.Root;
        var problems = new List<ScenarioProblem>();
        var target = TargetReader.Read(Path.Combine(root, "fixtures", "service-providers", $"{name}.yaml"), problems);
        var fixtures = FixtureLibrary.Read(Path.Combine(root, "fixtures"));
        var library = ScenarioLibrary.Load(Path.Combine(root, "scenarios"), Path.Combine(root, "fixtures", "spec"), ScenarioVocabulary.Permissive);
        Assert.That(problems.Concat(fixtures.Problems).Concat(library.Problems), Is.Empty);
        var scratch = Directory.CreateTempSubdirectory("conformance-real-sp-");
        OpenToOthers(scratch.FullName);
        using var keys = new RunKeys(TimeProvider.System);

        var report = await ConformanceRun.RunAsync(
            new RunRequest
            {
                Cases = [.. library.Cases.Where(scenarioCase => scenarioCase.Scenario.Address.StartsWith(folder, StringComparison.Ordinal))],
                Library = library,
                Driver = DriverChoice.Http,
                EvidenceDirectory = Path.Combine(scratch.FullName, "evidence"),
                Bench = new BenchSettings
                {
                    Target = target!,
                    IdentityProvider = fixtures.IdentityProviders["plain"],
                    Fixtures = fixtures,
                    Keys = keys,
                    Clock = TimeProvider.System,
                    Seed = 1,
                    Limits = new DriverLimits(TimeSpan.FromSeconds(15)),
                    ScratchDirectory = scratch.FullName,
                },
            },
            new SilentObserver(),
            CancellationToken.None);

        if (report.Unavailable is { } reason)
        {
            Assert.Ignore(reason);
        }

        var unseen = KnownToBeBroken.GetValueOrDefault(name, [])
            .Where(address => !report.Results.Any(result => Covers(address, result.Address) && result.Verdict == Verdict.Failed))
            .Select(address => $"{address} is not seen, and this version is published to be open to it.");
        var unexplained = report.Results
            .Where(result => result.Verdict is not (Verdict.Passed or Verdict.Skipped) && ExplanationOf(target!, result.Address) is null)
            .Select(result => $"{result.Verdict} {result.Address}: {result.Actual ?? result.Reason}");
        var outdated = target!.Explained.Keys
            .Where(address => !Races.Any(race => Covers(race, address)))
            .Where(address => report.Results.Where(result => Covers(address, result.Address)) is var covered
                && covered.All(result => result.Verdict is Verdict.Passed or Verdict.Skipped))
            .Select(address => $"{address} is explained, but nothing there fails any more.");
        scratch.Delete(recursive: true);
        Assert.Multiple(() =>
        {
            Assert.That(report.RootCause, Is.Null);
            Assert.That(unexplained, Is.Empty);
            Assert.That(outdated, Is.Empty);
            Assert.That(unseen, Is.Empty);
        });
    }

    private static string? ExplanationOf(TargetFile target, string address) =>
        target.Explained.Where(entry => Covers(entry.Key, address)).Select(entry => entry.Value).FirstOrDefault();

    private static bool Covers(string prefix, string address) => address == prefix || address.StartsWith(prefix + "/", StringComparison.Ordinal);

    // Apache's children run as another user and have to reach their files.
    private static void OpenToOthers(string directory)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(directory, (UnixFileMode)0b111_101_101);
        }
    }
}
