using Conformance.Benchmarks.Rehearsals;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Benchmarks.Measurements;

/// <summary>All checks of a SCIM server, with the packs of its clients' dialects, on the embedded one.</summary>
internal sealed class ScimCheckMeasurement(Rehearsal rehearsal)
{
    private const int Workers = 2;
    private const int AimInSeconds = 15;
    private static readonly string[] Folders = ["scim/server", "scim/entra", "scim/okta", "scim/jumpcloud"];

    public async Task<IEnumerable<Figure>> MeasureAsync(int times)
    {
        var cases = rehearsal.Cases(Folders);
        var took = new List<double>();
        var played = 0;
        for (var i = 0; i < times; i++)
        {
            var watch = new Stopwatched();
            var report = await rehearsal.PlayAsync(cases, new Staging { Workers = Workers }, watch);
            took.Add(watch.SincePreflight.TotalSeconds);
            played = report.Results.Count(result => result.Driver is not null);
            RunLine.Print(i, report);
            if (report.Results.FirstOrDefault(result => result.Verdict is not (Verdict.Passed or Verdict.Skipped)) is { } wrong)
            {
                throw new InvalidOperationException($"On the sound server {wrong.Address} is {wrong.Verdict}: {wrong.Reason ?? wrong.Actual}");
            }
        }

        return [new Figure($"all {played} cases of the SCIM server checks, {Workers} workers", Median.Of(took), "s", AimInSeconds)];
    }
}
