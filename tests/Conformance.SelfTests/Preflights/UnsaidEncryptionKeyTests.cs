using Conformance.Benchmarks.Rehearsals;
using Conformance.Player.Running;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Preflights;

/// <summary>Products that open encrypted assertions and do not say with which key are tested with those all the same.</summary>
[CancelAfter(120_000)]
internal sealed class UnsaidEncryptionKeyTests
{
    private const string Address = "saml/response/encrypted-misdirected";

    [Test]
    public async Task The_key_for_signatures_is_tried()
    {
        var report = await PlayAsync("calls-encryption-key-signing");

        Assert.That(report.Preflight.Discovered["encrypted assertions"], Does.StartWith("accepted").And.EndWith("for signatures"));
        Assert.That(report.Results.Select(result => $"{result.Verdict} {result.Reason}"), Is.All.EqualTo("Passed "));
    }

    [Test]
    public async Task A_hole_behind_such_a_key_is_seen()
    {
        var report = await PlayAsync("calls-encryption-key-signing", "checks-plain-assertions-only");

        Assert.That(report.Results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Failed));
    }

    [Test]
    public async Task Where_it_opens_nothing_no_encrypted_message_is_sent()
    {
        var report = await PlayAsync("hides-encryption-key");

        Assert.That(report.Preflight.Discovered, Does.Not.ContainKey("encrypted assertions"));
        Assert.That(report.Results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Skipped));
        Assert.That(report.Results[0].Reason, Does.Contain("encryption-certificate"));
    }

    private static Task<RunReport> PlayAsync(params string[] flaws) => SharedRehearsal.Instance.PlayAsync(
        [.. SharedRehearsal.Instance.Library.Cases.Where(scenarioCase => scenarioCase.Scenario.Address == Address)],
        new Staging { Flaws = flaws, Workers = 2 });
}
