using Conformance.Benchmarks.Rehearsals;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Targets;

/// <summary>The reference service provider as a process of its own is as sound as the embedded one, and has what its target file says.</summary>
[CancelAfter(120_000)]
[Platform(Exclude = "Win", Reason = "Its start command is a shell script.")]
internal sealed class StandaloneReferenceTests
{
    // Besides a login and a refusal: its metadata fetched again, encryption, its second company, and logout.
    private static readonly string[] Addresses =
    [
        "saml/response/login", "saml/attack/broken-signature-value", "saml/response/withdrawn-key", "saml/response/accepts-encryption",
        "saml/response/other-company", "saml/logout",
    ];

    private static readonly string[] NotPassed = ["Skipped saml/logout/expired-session: the target does not claim clock, and it was not seen to offer it"];

    [Test]
    public async Task Gives_the_verdicts_of_the_embedded_one()
    {
        var rehearsal = SharedRehearsal.Instance;
        var staging = new Staging
        {
            Target = Rehearsal.ReadTarget(Repository.At("fixtures", "service-providers", "reference-process.yaml")),
            Discovers = false,
        };

        var report = await rehearsal.PlayAsync(rehearsal.Cases(Addresses), staging, cancellationToken: TestContext.CurrentContext.CancellationToken);

        Assert.That(report.Unavailable, Is.Null);
        Assert.That(
            report.Results.Where(result => result.Verdict != Verdict.Passed).Select(result => $"{result.Verdict} {result.Address}: {result.Actual ?? result.Reason}"),
            Is.EqualTo(NotPassed));
    }
}
