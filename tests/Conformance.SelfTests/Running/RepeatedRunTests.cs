using Conformance.Benchmarks.KillMatrix;
using Conformance.Benchmarks.Rehearsals;
using NUnit.Framework;

namespace Conformance.SelfTests.Running;

/// <summary>The same verdicts, run after run.</summary>
[CancelAfter(300_000)]
internal sealed class RepeatedRunTests
{
    private const int Runs = 10;
    private const int Cases = 60;

    [Test]
    public async Task Ten_runs_in_a_row_with_two_workers_say_the_same()
    {
        var all = FlawTrial.Catalogue(SharedRehearsal.Instance);
        var stride = Math.Max(1, all.Count / Cases);
        var cases = all.Where((_, index) => index % stride == 0).ToList();
        List<string>? first = null;
        for (var run = 0; run < Runs; run++)
        {
            var report = await SharedRehearsal.Instance.PlayAsync(cases, new Staging { Workers = 2, Seed = 100 + run });
            List<string> verdicts = [.. report.Results.Select(result => $"{result.Address} {result.Verdict} {result.Property}")];
            Assert.That(report.RootCause, Is.Null);
            Assert.That(verdicts, Is.EqualTo(first ??= verdicts), $"run {run + 1}");
        }
    }
}
