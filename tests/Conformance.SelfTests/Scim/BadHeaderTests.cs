using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.Network;
using Conformance.Player.Scim;
using Conformance.Scenarios.Verdicts;
using Conformance.SelfTests.Sabotage;
using NUnit.Framework;

namespace Conformance.SelfTests.Scim;

/// <summary>A header that nobody can read costs at most a finding that shows it: the run goes on, and no case ends for a reason of the suite's own.</summary>
[CancelAfter(180_000)]
internal sealed class BadHeaderTests
{
    private const string MediaType = "scim/server/media-type";
    private const string Creation = "scim/server/create";
    private const string Versions = "scim/server/etag-outdated";
    private const string Client = "integrations/dialpad-jumpcloud-scim/provisioning-life";

    private static readonly string[] Played = [MediaType, Creation, "scim/server/put", Versions, Client];

    // Header, its values, and which scenario says what of it; nothing where it is nobody's business.
    private static IEnumerable<TestCaseData> Headers =>
    [
        Header("Content-Type", ["///"], MediaType, "///"),
        Header("Content-Type", ["application/scim+json; charset=klingon"], null, null),
        Header("Content-Type", ["text/html", "application/scim+json"], MediaType, "text/html"),
        Header("Content-Type", ["größe/käse"], MediaType, "se"),
        Header("Location", ["http://[::no:uri"], Creation, "http://[::no:uri"),
        Header("Location", [""], Creation, "the header Location"),
        Header("ETag", ["W/without-quotes"], Versions, "412"),
        Header("ETag", ["\"größe\""], Versions, "412"),
        Header("Retry-After", ["soon", "99999999999999999999999999"], null, null),
        Header("Date", ["yesterday"], null, null),
        Header("Set-Cookie", ["=;;;", "größe=1; Expires=never; Max-Age=x; Domain=.; Path"], null, null),
        Header("X-Server", ["größe", "größe"], null, null),
    ];

    [TestCaseSource(nameof(Headers))]
    public async Task Costs_a_finding_at_most(string name, string[] values, string? scenario, string? said)
    {
        var saboteur = new Saboteur(
            async (request, onward) =>
            {
                var answer = await onward();
                return request.RawPath.Contains("/scim", StringComparison.Ordinal) && (name is not "Location" || answer.Status == 201) && (name is not "ETag" || answer.Status < 300)
                    ? answer with { Headers = [.. answer.Headers.Where(header => !header.Is(name)), .. values.Select(value => new HttpHeader(name, value))] }
                    : answer;
            },
            waitsForPreflight: true);

        var report = await SharedRehearsal.Instance.PlayAsync(SharedRehearsal.Instance.Cases(Played), new Staging { Embedded = saboteur }, saboteur);

        var told = report.Results.Select(result => $"{result.Address}: {result.Verdict}: {result.Actual} {result.Reason}").ToList();
        Assert.That(report.Preflight.Failure, Is.Null);
        Assert.That(report.RootCause, Is.Null);
        Assert.That(report.Results.Select(result => result.Verdict), Has.None.EqualTo(Verdict.Error), string.Join('\n', told));
        Assert.That(told, Has.None.Contain("Exception"));
        // A client that sends a version back which the server never had is rightly refused.
        foreach (var result in report.Results.Where(result => name != "ETag" || result.Address != Client))
        {
            Assert.That(result.Verdict == Verdict.Passed, Is.EqualTo(result.Address != scenario), string.Join('\n', told));
        }

        if (scenario is not null)
        {
            var finding = report.Results.Single(result => result.Address == scenario);
            Assert.That($"{string.Join("; ", finding.Expected)}; {finding.Actual}", Does.Contain(said));
        }
    }

    [TestCase("soon", 2, 2)]
    [TestCase("", 3, 3)]
    [TestCase(null, 1, 1)]
    [TestCase("-5", 2, 2)]
    [TestCase("0", 2, 1)]
    [TestCase("7", 1, 7)]
    [TestCase("99999999999999999999999999999999", 1, 60)]
    [TestCase("Sun, 06 Nov 1994 08:49:37 GMT", 1, 1)]
    public void A_time_to_wait_is_never_none_and_never_without_end(string? retryAfter, int tries, int seconds) =>
        Assert.That(ScimClient.Wait(retryAfter, tries), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    private static TestCaseData Header(string name, string[] values, string? scenario, string? said) =>
        new TestCaseData(name, values, scenario, said).SetArgDisplayNames($"{name}: {string.Join(" and ", values)}");
}
