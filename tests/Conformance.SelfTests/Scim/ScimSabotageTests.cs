using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.Stubs;
using Conformance.Player.Running;
using Conformance.Scenarios.Verdicts;
using Conformance.SelfTests.Sabotage;
using NUnit.Framework;

namespace Conformance.SelfTests.Scim;

/// <summary>A server that answers something else than SCIM costs a finding in words, never the run, and never anybody's users.</summary>
[CancelAfter(120_000)]
internal sealed class ScimSabotageTests
{
    private const string SomebodyElse =
        """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"boss","userName":"boss@sp.example","displayName":"The boss","meta":{"resourceType":"User","location":"https://sp.example/scim/v2/Users/boss"}}""";

    private static readonly Dictionary<string, (Intercept Does, string Said)> Sabotages = new(StringComparer.Ordinal)
    {
        ["answers with a page"] = (OnUsers(_ => StubResponse.Html("<h1>Log in</h1>")), "POST https://sp.example/scim/v2/Users → 200 (text/html"),
        ["fails"] = (OnUsers(_ => StubResponse.Text("out of order", 500)), "→ 500"),
        ["never answers"] = (OnUsers(_ => StubResponse.Faulty(StubFault.HangUntilCancelled)), "no complete answer within"),
        ["hangs up"] = (OnUsers(_ => StubResponse.Faulty(StubFault.ResetConnection)), "POST https://sp.example/scim/v2/Users"),
        ["floods"] = (OnUsers(_ => StubResponse.Text(new string('x', 5_000_000))), "the rest was not read"),
        ["creates somebody else"] = (OnUsers(_ => StubResponse.Json(SomebodyElse, 201)), "boss@sp.example"),
    };

    private static IEnumerable<string> Names => Sabotages.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task From_the_start_nothing_is_judged_and_the_cause_is_told(string sabotage)
    {
        var report = await PlayAsync(new Saboteur(Sabotages[sabotage].Does, waitsForPreflight: false));

        Assert.That(report.Results.Select(result => result.Verdict), Is.All.EqualTo(Verdict.Inconclusive));
        Assert.That(report.RootCause, Does.StartWith("CTL-12").And.Contain("https://sp.example/scim/v2"));
    }

    [TestCaseSource(nameof(Names))]
    public async Task Later_nothing_passes_and_the_finding_has_verb_address_status_and_words(string sabotage)
    {
        var report = await PlayAsync(new Saboteur(Sabotages[sabotage].Does, waitsForPreflight: true));

        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(report.Results.Select(result => result.Verdict), Has.None.EqualTo(Verdict.Passed).And.None.EqualTo(Verdict.Error));
        Assert.That(report.Results[0].Actual, Does.Contain(Sabotages[sabotage].Said));
    }

    [Test]
    public async Task Nothing_that_the_run_has_not_made_is_changed()
    {
        var changed = new System.Collections.Concurrent.ConcurrentBag<string>();
        var saboteur = new Saboteur(
            (request, onward) =>
            {
                if (request.Method is "DELETE" or "PUT" or "PATCH" && request.RawPath.EndsWith("/boss", StringComparison.Ordinal))
                {
                    changed.Add(request.RawPath);
                }

                return Sabotages["creates somebody else"].Does(request, onward);
            },
            waitsForPreflight: true);

        _ = await PlayAsync(saboteur);

        Assert.That(changed, Is.Empty);
    }

    [Test]
    public async Task Whatever_a_run_has_made_is_gone_afterwards()
    {
        var made = 0;
        var gone = 0;
        var saboteur = new Saboteur(
            async (request, onward) =>
            {
                var answer = await onward();
                _ = request.Method == "POST" && answer.Status == 201 ? Interlocked.Increment(ref made) : 0;
                _ = request.Method == "DELETE" && answer.Status == 204 ? Interlocked.Increment(ref gone) : 0;
                return answer;
            },
            waitsForPreflight: false);

        _ = await PlayAsync(saboteur, "scim/server/filter-user-name", "scim/server/duplicate-at-once", "scim/server/group-with-members", "scim/server/bulk-mixed");

        Assert.That(made, Is.GreaterThan(6));
        Assert.That(gone, Is.GreaterThanOrEqualTo(made));
    }

    private static Intercept OnUsers(Func<StubRequest, StubResponse> answer) => (request, onward) =>
        request.Method == "POST" && request.RawPath == "/scim/v2/Users" ? ValueTask.FromResult(answer(request)) : onward();

    private static Task<RunReport> PlayAsync(Saboteur saboteur, params string[] addresses) => SharedRehearsal.Instance.PlayAsync(
        SharedRehearsal.Instance.Cases(addresses.Length == 0 ? ["scim/server/create-is-there", "scim/server/put"] : addresses),
        new Staging { Embedded = saboteur, Timeout = TimeSpan.FromMilliseconds(1500) },
        saboteur);
}
