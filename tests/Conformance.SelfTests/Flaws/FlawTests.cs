using Conformance.Benchmarks.KillMatrix;
using Conformance.Scenarios.Model;
using NUnit.Framework;

namespace Conformance.SelfTests.Flaws;

/// <summary>
/// Checks are shown to fail on a service provider that deserves it: each row is a flaw and a scenario that must notice it. What every
/// flaw does to every scenario is a command: <c>dotnet run --project tests/Conformance.Benchmarks -- kill-matrix</c>.
/// </summary>
[CancelAfter(300_000)]
internal sealed class FlawTests
{
    private const int SampleSize = 60;
    private static readonly Lazy<IReadOnlyList<ScenarioCase>> Catalogue = new(() => FlawTrial.Catalogue(SharedRehearsal.Instance));

    [TestCase("skips-signature", "saml/response/unsigned")]
    [TestCase("skips-signature", "saml/response/broken-signature")]
    [TestCase("reads-unsigned-sibling", "saml/attack/wrapping-assertion")]
    [TestCase("ignores-audience", "saml/response/audience-other")]
    [TestCase("ignores-expiry", "saml/response/expired")]
    [TestCase("accepts-replay", "saml/response/replay-other-browser")]
    [TestCase("verifies-only-if-present", "saml/attack/stripped-signature")]
    [TestCase("trusts-embedded-certificate", "saml/attack/key-of-the-message")]
    [TestCase("ignores-digest", "saml/attack/changed-after-signing")]
    [TestCase("any-valid-signature", "saml/attack/unrelated-element-signed")]
    [TestCase("first-signature-below", "saml/attack/nested-genuine")]
    [TestCase("takes-several-roots", "saml/attack/several-roots")]
    [TestCase("reads-first-text-of-name-id", "saml/attack/comment-in-value")]
    [TestCase("reads-first-node-of-digest", "saml/attack/digest-comment")]
    [TestCase("digests-first-signed-info", "saml/attack/second-signed-info")]
    [TestCase("reads-first-digest-of-document", "saml/attack/smuggled-digest")]
    [TestCase("reads-inside-signature", "saml/attack/claims-inside-signature")]
    [TestCase("void-canonicalization", "saml/attack/void-canonicalization")]
    [TestCase("resolves-external-entities", "saml/attack/external-entities")]
    [TestCase("ignores-recipient", "saml/response/recipient-other")]
    [TestCase("ignores-destination", "saml/response/destination-other")]
    [TestCase("ignores-in-response-to", "saml/response/in-response-to-random")]
    public async Task Is_noticed_by(string flaw, string address)
    {
        var cases = Catalogue.Value.Where(scenarioCase => scenarioCase.Scenario.Address == address).ToList();
        Assert.That(cases, Is.Not.Empty, $"There is no scenario {address}.");

        var kill = await new FlawTrial(SharedRehearsal.Instance).PlayAsync(ReferenceSp.Flaws.Find(flaw), cases, workers: 1);

        Assert.That(kill.Preflight, Is.Null, "The service provider with the flaw has to sign honest people in.");
        Assert.That(kill.Addresses, Is.Not.Empty, $"None of {cases.Count} cases noticed it.");
    }

    [Test]
    public async Task The_sound_service_provider_trips_nothing()
    {
        var stride = Math.Max(1, Catalogue.Value.Count / SampleSize);
        var sample = Catalogue.Value.Where((_, index) => index % stride == 0)
            .Where(scenarioCase => scenarioCase.Scenario.Level is Level.Must or Level.Should).ToList();

        var sound = await new FlawTrial(SharedRehearsal.Instance).PlayAsync(null, sample, workers: 2);

        Assert.That(sound.Preflight, Is.Null);
        Assert.That(sound.Undecided, Is.Empty);
        Assert.That(sound.Addresses, Is.Empty);
    }
}
