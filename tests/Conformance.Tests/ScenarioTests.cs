using Conformance.Scenarios.Loading;
using Conformance.Scenarios.Model;
using Conformance.Scenarios.Verdicts;
using NUnit.Framework;

namespace Conformance.Tests;

/// <summary>Every scenario and case as a test, named by its address: <c>--filter "Name~saml/attack"</c>, <c>TestCategory=smoke</c>, <c>Spec~4.1.4.3</c>.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
public sealed class ScenarioTests
{
    private static ScenarioSession Session => ScenarioSession.Shared;

    [TestCaseSource(nameof(Cases))]
    public async Task Plays(ScenarioCase scenarioCase)
    {
        var result = await Session.PlayAsync(scenarioCase, TestContext.CurrentContext.CancellationToken);
        foreach (var file in Session.EvidenceOf(result))
        {
            TestContext.AddTestAttachment(file);
        }

        var text = Session.Render(result);
        switch (result)
        {
            case { Known: not null }:
            case { Verdict: Verdict.Passed, Property: not null } or { Verdict: Verdict.Warning }:
                await TestContext.Out.WriteLineAsync(text);
                break;
            case { Verdict: Verdict.Skipped }:
                Assert.Ignore(result.Reason ?? "It does not apply to this target.");
                break;
            case { Verdict: Verdict.Failed or Verdict.Inconclusive or Verdict.Error }:
                Assert.Fail($"\n{text}");
                break;
        }
    }

    [TestCaseSource(nameof(Broken))]
    public void Loads(IReadOnlyList<ScenarioProblem> problems) => Assert.Fail(string.Join('\n', problems));

    [OneTimeTearDown]
    public Task Controls_still_hold() => ClosingTests.AssertAsync();

    private static IEnumerable<TestCaseData> Cases() => Session.Cases.Select(scenarioCase =>
    {
        var data = new TestCaseData(scenarioCase).SetName(scenarioCase.Address).SetDescription(scenarioCase.Scenario.Requirement);
        foreach (var tag in scenarioCase.Scenario.Tags)
        {
            data.SetCategory(tag);
        }

        foreach (var spec in scenarioCase.Scenario.Spec)
        {
            data.SetProperty("Spec", spec);
        }

        return data;
    });

    private static IEnumerable<TestCaseData> Broken() =>
        Session.Broken.Select(broken => new TestCaseData(broken.Value).SetName(broken.Key));
}
