using NUnit.Framework;

namespace Conformance.Tests;

/// <summary>Comes after all scenarios: a test runner does not count what fails while a fixture is taken down.</summary>
[TestFixture]
[DependsOnFixture(typeof(ScenarioTests), AllowFailure = true)]
[NonParallelizable]
public sealed class ClosingTests
{
    [Test]
    public Task The_controls_still_hold() => AssertAsync();

    internal static async Task AssertAsync()
    {
        var overturned = await ScenarioSession.Shared.EndAsync();
        if (overturned.Count > 0)
        {
            Assert.Fail($"These were told as no failures, and no longer stand after what was played later:\n{string.Join('\n', overturned.Select(result => $"{result.Verdict} {result.Address}: {result.Reason ?? result.Actual}"))}");
        }
    }
}
