using Conformance.Benchmarks.Rehearsals;

namespace Conformance.Benchmarks.Measurements;

/// <summary>Measures and prints.</summary>
internal static class MeasureCommand
{
    private const int RunsOfAll = 3;

    /// <param name="only">One measurement; <c>null</c>: all of them.</param>
    /// <returns>1 when an aim was missed.</returns>
    public static async Task<int> RunAsync(string? only)
    {
        await using var rehearsal = new Rehearsal();
        var catalogue = new CatalogueMeasurement(rehearsal);
        var measurements = new (string Name, Func<Task<IEnumerable<Figure>>> Measure)[]
        {
            ("message", catalogue.MeasureMessageAsync),
            ("stub", new StubComparison(rehearsal).MeasureAsync),
            ("start", StartMeasurement.MeasureAsync),
            ("http", new HttpComparison(rehearsal).MeasureAsync),
            ("browser", new BrowserComparison(rehearsal).MeasureAsync),
            ("scim", ScimSyncMeasurement.MeasureAsync),
            ("scim-checks", () => new ScimCheckMeasurement(rehearsal).MeasureAsync(RunsOfAll)),
            ("catalogue", () => catalogue.MeasureRunsAsync(RunsOfAll)),
        };
        var missed = 0;
        foreach (var (_, measure) in measurements.Where(measurement => only is null || measurement.Name == only))
        {
            foreach (var figure in await measure())
            {
                Console.WriteLine(figure);
                missed += figure.Misses ? 1 : 0;
            }
        }

        return missed > 0 ? 1 : 0;
    }
}
