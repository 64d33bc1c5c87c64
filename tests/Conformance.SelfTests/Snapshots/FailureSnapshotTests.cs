using Conformance.Scenarios.Model;
using Conformance.Scenarios.Spec;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Snapshots;

/// <summary>What a person reads who has to mend a service provider.</summary>
internal sealed class FailureSnapshotTests
{
    [Test]
    public Task A_failure() => Snapshot.MatchesAsync(
        FailureText.Render(
            new CaseResult
            {
                Address = "saml/response/audience-other",
                Name = "The assertion is for somebody else",
                Level = Level.Must,
                Verdict = Verdict.Failed,
                Requirement = "The service provider MUST refuse an assertion whose audience is another.",
                Spec = ["saml-core/2.5.1.4"],
                Driver = "http",
                Expected = ["nobody is signed in"],
                Actual = "signed in as mallory@sp.example",
                Control = "untampered response signed in mallory@sp.example",
                Evidence = "artifacts/evidence/saml/response/audience-other/",
                Location = new Location("scenarios/saml/response/audience-other.yaml", 12, 5),
                AgainWith = "--target sp.yaml",
            },
            SpecCatalogue.Load(Benchmarks.Rehearsals.Repository.At("fixtures", "spec"), [])),
        "txt");
}
