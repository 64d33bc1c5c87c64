using Conformance.Benchmarks.Rehearsals;
using Conformance.Player.Benches;
using Conformance.Player.Judging;
using Conformance.Player.Running;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Running;

/// <summary>A control that is a case as well is played once, and vouches no longer than one that was played for others.</summary>
[CancelAfter(120_000)]
internal sealed class SeenControlTests
{
    private const string Integration = "justcall-jumpcloud";
    private const string Control = $"integrations/{Integration}/login";
    private const string Dependent = $"integrations/{Integration}/disabled-user";

    [TestCase(0, 0, TestName = "a control that was seen just now is not played")]
    [TestCase(ControlLedger.Every + 1, 1, TestName = "a control that was seen too long ago is played")]
    public async Task A_control_is_played_when_nothing_vouches(int between, int controls)
    {
        await using var bench = await StartAsync([]);
        var worker = Worker(bench);
        await PlayAsync(worker, Control);
        for (var i = 0; i < between; i++)
        {
            await PlayAsync(worker, $"integrations/{Integration}/name-id");
        }

        var result = await PlayAsync(worker, Dependent);

        Assert.That((result.Verdict, worker.ControlsPlayed), Is.EqualTo((Verdict.Passed, controls)));
        Assert.That(result.Control, Does.StartWith($"the control {Control} signed in "));
        await worker.EndAsync(CancellationToken.None);
        Assert.That(worker.ControlsPlayed, Is.EqualTo(controls + 1), "the closing one");
    }

    [Test]
    public async Task A_control_that_failed_as_a_case_vouches_for_nothing()
    {
        await using var bench = await StartAsync(["demands-encryption"]);
        var worker = Worker(bench);
        var control = await PlayAsync(worker, Control);

        var result = await PlayAsync(worker, Dependent);

        Assert.That((control.Verdict, result.Verdict), Is.EqualTo((Verdict.Failed, Verdict.Inconclusive)));
        Assert.That(result.Reason, Does.StartWith($"the control {Control} does not sign in: "));
        Assert.That(worker.ControlsPlayed, Is.GreaterThan(0));
    }

    private static async Task<CaseResult> PlayAsync(Worker worker, string address) =>
        await worker.PlayAsync(SharedRehearsal.Instance.Cases(address)[0], CancellationToken.None);

    private static Task<Bench> StartAsync(IReadOnlyList<string> flaws) => Bench.StartAsync(
        SharedRehearsal.Instance.Bench(new Staging { Flaws = flaws }) with { Integrations = new HashSet<string> { Integration } }, 0, CancellationToken.None);

    private static Worker Worker(Bench bench) => new(
        new RunRequest
        {
            Cases = [],
            Library = SharedRehearsal.Instance.Library,
            Bench = bench.Settings,
            Driver = DriverChoice.Http,
            Traces = false,
            EvidenceDirectory = Path.Combine(bench.Directory, "evidence"),
        },
        bench,
        _ => { });
}
