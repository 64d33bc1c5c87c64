using System.Globalization;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.Stubs;
using Conformance.Player.Running;
using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Sabotage;

/// <summary>The target stops accepting logins in the middle: what was refused since the last good control says nothing.</summary>
[CancelAfter(120_000)]
internal sealed class LockOutTests
{
    private const int Cases = 30;
    private static readonly Lazy<LoadedScenarios> Library = new(() => Rehearsal.Load(Repository.At("tests", "Conformance.SelfTests", "Sabotage", "scenarios")));

    // A control is played before the first case, after 25 cases and at the end.
    [TestCase(10, 0, TestName = "Locked out in the first stretch")]
    [TestCase(27, 25, TestName = "Locked out in the second stretch")]
    [TestCase(31, 25, TestName = "Locked out just before the closing control")]
    public async Task What_was_refused_since_the_last_good_control_is_inconclusive(int after, int standing)
    {
        var report = await PlayAsync(new LockOut(after, lasts: TimeSpan.MaxValue, retryAfter: null));

        Assert.That(report.Results.Count(result => result.Verdict == Verdict.Passed), Is.EqualTo(standing));
        Assert.That(report.Results.Count(result => result.Verdict == Verdict.Inconclusive), Is.EqualTo(Cases - standing));
        Assert.That(report.RootCause, Does.Contain("which signed in before, no longer does"));
        Assert.That(report.Results.Where(result => result.Verdict == Verdict.Inconclusive).Select(result => result.Reason), Is.All.Contain("no longer does"));
    }

    [Test]
    public async Task A_lock_out_that_says_how_long_it_lasts_is_waited_out_and_its_refusals_are_tried_again()
    {
        var lockOut = new LockOut(after: 20, lasts: TimeSpan.FromSeconds(1.5), retryAfter: TimeSpan.FromSeconds(2));
        var report = await PlayAsync(lockOut);

        Assert.That(report.Took, Is.GreaterThan(TimeSpan.FromSeconds(2)));
        Assert.That(report.RootCause, Is.Null);
        Assert.That(report.Results, Has.Count.EqualTo(Cases));
        Assert.That(report.Results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Passed));
        Assert.That(lockOut.Refused, Is.GreaterThan(0));
        Assert.That(lockOut.LookedAt, Is.GreaterThanOrEqualTo(Cases), "a refusal out of the lock-out was taken for one of the message");
    }

    [Test]
    public async Task A_lock_out_that_outlasts_its_own_word_ends_the_run_with_one_cause()
    {
        var report = await PlayAsync(new LockOut(after: 20, lasts: TimeSpan.MaxValue, retryAfter: TimeSpan.FromSeconds(1)));

        Assert.That(report.Results.Select(result => result.Verdict), Has.None.EqualTo(Verdict.Passed).And.None.EqualTo(Verdict.Failed));
        Assert.That(report.RootCause, Is.Not.Null);
    }

    [Test]
    public async Task Logins_that_a_lock_out_keeps_from_succeeding_are_no_failures()
    {
        var report = await PlayAsync(new LockOut(after: 12, lasts: TimeSpan.MaxValue, retryAfter: null), "saml/odd-logins");

        Assert.That(report.Results.Select(result => result.Verdict), Has.None.EqualTo(Verdict.Failed).And.None.EqualTo(Verdict.Warning));
        Assert.That(report.Results.Count(result => result.Verdict == Verdict.Passed), Is.GreaterThan(0));
        Assert.That(report.RootCause, Does.Contain("lock out or slow down"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Logins_that_come_too_fast_are_tried_again(bool saysHowLong)
    {
        var lockOut = new LockOut(after: 12, lasts: TimeSpan.FromSeconds(1), retryAfter: saysHowLong ? TimeSpan.FromSeconds(1) : null);
        var report = await PlayAsync(lockOut, "saml/odd-logins");

        Assert.That(lockOut.Refused, Is.GreaterThan(0));
        Assert.That(report.RootCause, Is.Null);
        Assert.That(report.Results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Passed));
    }

    private static Task<RunReport> PlayAsync(LockOut lockOut, string address = "saml/refusal")
    {
        var saboteur = new Saboteur(lockOut.Intercept, waitsForPreflight: true);
        return SharedRehearsal.Instance.PlayAsync(
            [.. Library.Value.Cases.Where(scenarioCase => scenarioCase.Scenario.Address == address)],
            new Staging { Library = Library.Value, Embedded = saboteur, Timeout = TimeSpan.FromMilliseconds(1500) },
            saboteur);
    }

    /// <summary>After so many messages none is looked at any more, for as long as it lasts.</summary>
    private sealed class LockOut(int after, TimeSpan lasts, TimeSpan? retryAfter)
    {
        private long _began;

        public int Refused { get; private set; }

        /// <summary>How many messages were looked at, from the first to the last.</summary>
        public int LookedAt { get; private set; }

        public ValueTask<StubResponse> Intercept(StubRequest request, Func<ValueTask<StubResponse>> onward)
        {
            if (request.RawPath != "/saml/acs")
            {
                return onward();
            }

            var isOver = Refused > 0 && TimeProvider.System.GetElapsedTime(_began) > lasts;
            if (LookedAt < after || isOver)
            {
                LookedAt++;
                return onward();
            }

            _began = Refused++ == 0 ? TimeProvider.System.GetTimestamp() : _began;
            var answer = StubResponse.Html("<h1>Too many attempts</h1>", 429);
            return ValueTask.FromResult(retryAfter is { } wait
                ? answer.With("Retry-After", wait.TotalSeconds.ToString(CultureInfo.InvariantCulture))
                : answer);
        }
    }
}
