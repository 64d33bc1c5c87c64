using System.Text.RegularExpressions;
using System.Xml.Linq;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Scenarios.Steps;
using NUnit.Framework;

namespace Conformance.SelfTests.Conventions;

/// <summary>What the design promises of the project itself.</summary>
internal sealed partial class ConventionTests
{
    // From the top down; what stands on one line does not know its neighbours. The self-tests know everything, nothing knows them.
    private static readonly string[][] Layers =
    [
        ["Conformance.SelfTests"],
        ["Conformance.Tests", "Conformance.Cli", "Conformance.Benchmarks"],
        ["Conformance.ReferenceSp"],
        ["Conformance.Player"],
        ["Conformance.Fakes"],
        ["Conformance.Scenarios"],
        ["Conformance.Saml", "Conformance.Scim"],
    ];

    private static readonly string[] TopLevel = ["Conformance.sln", "README.md", "run-tests.ps1", "playwright.config", "scenarios", "fixtures", "tests"];
    private static readonly string[] Made = ["artifacts", "TestResults", "reports"];

    private static IEnumerable<string> Projects =>
        Directory.EnumerateFiles(Repository.At("tests"), "*.csproj", SearchOption.AllDirectories).Where(path => !path.Contains("/obj/", StringComparison.Ordinal));

    [Test]
    public void Every_project_has_its_place_and_references_point_down()
    {
        var wrong = Projects.SelectMany(path => XDocument.Load(path).Descendants("ProjectReference")
                .Select(reference => (From: NameOf(path), To: NameOf(reference.Attribute("Include")!.Value))))
            .Where(reference => LayerOf(reference.To) <= LayerOf(reference.From));

        Assert.That(wrong, Is.Empty);
        Assert.That(Projects.Select(NameOf), Is.EquivalentTo(Layers.SelectMany(layer => layer)));
    }

    [Test]
    public void What_verifies_at_the_reference_service_provider_shares_nothing_with_what_forges() =>
        Assert.That(FilesThatName("Conformance.ReferenceSp", "Conformance.Saml", except: "Embedding"), Is.Empty);

    [TestCase("Forging")]
    [TestCase("Signing")]
    [TestCase("Canonicalization")]
    public void The_proof_of_an_attack_shares_nothing_with_its_making(string part) =>
        Assert.That(FilesThatName("Conformance.Saml/Potency", $"Conformance.Saml.{part}").Where(file => !file.EndsWith("PotencyVerifier.cs", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void The_player_does_not_know_the_reference_service_provider() =>
        Assert.That(FilesThatName("Conformance.Player", "Conformance.ReferenceSp"), Is.Empty);

    [Test]
    public void The_protocols_know_nothing_of_hosts_browsers_and_tests()
    {
        foreach (var unknown in new[] { "Microsoft.AspNetCore", "Microsoft.Playwright", "NUnit", "Conformance.Fakes", "Conformance.Player" })
        {
            Assert.That(FilesThatName("Conformance.Saml", unknown).Concat(FilesThatName("Conformance.Scim", unknown)), Is.Empty, unknown);
        }
    }

    [Test]
    public void No_type_has_a_name_that_says_nothing()
    {
        var names = Sources("").SelectMany(path => TypeName().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value));

        Assert.That(names.Where(name => EmptyName().IsMatch(name)), Is.Empty);
    }

    [Test]
    public void Nothing_is_left_to_be_done() =>
        Assert.That(Sources("").Where(path => Unfinished().IsMatch(File.ReadAllText(path)) && !path.EndsWith("ConventionTests.cs", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Files_stay_short() =>
        Assert.That(Sources("").Where(path => File.ReadLines(path).Count() >= 300).Select(Path.GetFileName), Is.Empty);

    [Test]
    public void Only_the_agreed_names_stand_at_the_top() =>
        Assert.That(
            Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName).Where(name => name![0] != '.' && !Made.Contains(name)),
            Is.SubsetOf(TopLevel));

    [Test]
    public void Every_scenario_loads_and_every_clause_it_names_is_in_the_catalogue() =>
        Assert.That(SharedRehearsal.Instance.Library.Problems.Select(problem => problem.ToString()), Is.Empty);

    [Test]
    public void Every_attack_has_a_flaw_that_is_meant_for_it()
    {
        var meant = ReferenceSp.Flaws.All.SelectMany(flaw => flaw.MeantFor.Select(check => $"check/{check}").Concat(flaw.Cves)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var without = SharedRehearsal.Instance.Library.Scenarios
            .Where(scenario => scenario.Address.StartsWith("saml/attack/", StringComparison.Ordinal) && scenario.AllSteps.OfType<Session>().Any(session => session.ExpectsNobody || session.ExpectsNoGain))
            .Where(scenario => !scenario.Spec.Any(meant.Contains))

            // A reference service provider that lets itself be flooded would take the tests down with it.
            .Where(scenario => !scenario.Tags.Contains("dos", StringComparer.Ordinal));

        Assert.That(without.Select(scenario => $"{scenario.Address} [{string.Join(", ", scenario.Spec)}]"), Is.Empty);
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repository.At("tests", folder), "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains("/obj/", StringComparison.Ordinal));

    private static IEnumerable<string> FilesThatName(string folder, string what, string? except = null) => Sources(folder)
        .Where(path => except is null || !path.Contains($"/{except}/", StringComparison.Ordinal))
        .Where(path => Regex.IsMatch(File.ReadAllText(path), $@"\b{Regex.Escape(what)}\b(?!\.Tests)"))
        .Select(path => Path.GetRelativePath(Repository.Root, path));

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    private static int LayerOf(string project) => Array.FindIndex(Layers, layer => layer.Contains(project));

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+([A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utilities|Common|Base|Impl)$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|NotImplementedException")]
    private static partial Regex Unfinished();
}
