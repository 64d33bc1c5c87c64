using Conformance.Benchmarks.KillMatrix;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.IdentityProvider;

/// <summary>How an identity provider writes its messages and its metadata changes no verdict.</summary>
[CancelAfter(300_000)]
internal sealed class EveryIdentityProviderTests
{
    private const int Stride = 3;

    [Test]
    public async Task The_sound_service_provider_passes_behind_each([Values("entra", "jumpcloud", "unsaid-key-use")] string idp)
    {
        var cases = FlawTrial.Catalogue(SharedRehearsal.Instance).Where((_, index) => index % Stride == 0).ToList();

        var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Idp = idp, Workers = 2 });

        Assert.That(report.RootCause, Is.Null);
        Assert.That(
            report.Results.Where(result => result.Verdict is not (Verdict.Passed or Verdict.Skipped)).Select(result => $"{result.Verdict} {result.Address}: {result.Actual ?? result.Reason}"),
            Is.Empty);
        Assert.That(report.Results.Count(result => result.Verdict == Verdict.Passed), Is.GreaterThan(cases.Count * 9 / 10));
    }

    [Test]
    public async Task Metadata_that_leaves_out_what_keys_are_for_is_played_beside_unsigned_messages()
    {
        var cases = SharedRehearsal.Instance.Cases("saml/response/unsigned");

        var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Idp = "unsaid-key-use", Flaws = ["needs-no-signature-of-keys-without-use"] });

        Assert.That(report.Results.Select(result => result.Verdict), Is.Not.Empty.And.All.EqualTo(Verdict.Failed));
    }
}
