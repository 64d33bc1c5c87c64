using System.Diagnostics;
using Conformance.Benchmarks.Rehearsals;

namespace Conformance.Benchmarks.Measurements;

/// <summary>From the start of the program to its first verdict: files read, keys made, service provider started, preflight done.</summary>
internal static class StartMeasurement
{
    public const string Command = "first-verdict";
    private const int Repetitions = 5;

    public static async Task<IEnumerable<Figure>> MeasureAsync()
    {
        var taken = new List<double>();
        for (var i = 0; i < Repetitions; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            {
                start.ArgumentList.Add(typeof(StartMeasurement).Assembly.Location);
            }

            start.ArgumentList.Add(Command);
            using var process = Process.Start(start)!;
            _ = await process.StandardOutput.ReadLineAsync();
            taken.Add(TimeProvider.System.GetElapsedTime(began).TotalSeconds);
            await process.WaitForExitAsync();
        }

        return [new Figure("from the program's start to the first verdict, over HTTP", Median.Of(taken), "s")];
    }

    /// <summary>What the measured program does.</summary>
    public static async Task<int> RunAsync()
    {
        await using var rehearsal = new Rehearsal();
        var report = await rehearsal.PlayAsync(rehearsal.Cases("saml/response/login/assertion-signed"), new Staging());
        Console.WriteLine(report.Results[0].Verdict);
        return 0;
    }
}
