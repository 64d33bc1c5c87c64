using Conformance.Benchmarks.Rehearsals;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.SelfTests.Targets;

/// <summary>A service provider in a container, where an engine and its base image are at hand; elsewhere skipped, soon and with the reason.</summary>
[CancelAfter(300_000)]
[Category("container")]
internal sealed class ContainerTargetTests
{
    [TestCase("mod-auth-mellon-container")]
    [TestCase("reference-container")]
    public async Task Signs_in_and_refuses_like_the_same_service_provider_outside(string name)
    {
        if (name == "reference-container" && !Directory.Exists(Repository.At("fixtures", "service-providers", "reference", "published")))
        {
            Assert.Ignore("What goes into the container has not been published; reference/Dockerfile says how.");
        }

        var rehearsal = SharedRehearsal.Instance;
        var staging = new Staging
        {
            Target = Rehearsal.ReadTarget(Repository.At("fixtures", "service-providers", $"{name}.yaml")),
            Discovers = false,
        };

        var report = await rehearsal.PlayAsync(
            rehearsal.Cases("saml/response/login", "saml/attack/broken-signature-value"), staging, cancellationToken: TestContext.CurrentContext.CancellationToken);

        if (report.Unavailable is { } reason)
        {
            Assert.That(reason, Does.Contain("DOCKER_HOST").Or.Contain("registry"));
            Assert.Ignore(reason);
        }

        Assert.That(report.Results.Where(result => result.Verdict != Verdict.Passed).Select(result => $"{result.Address}: {result.Actual ?? result.Reason}"), Is.Empty);
    }
}
