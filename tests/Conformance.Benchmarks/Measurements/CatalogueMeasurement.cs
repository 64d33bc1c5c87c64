using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Conformance.Benchmarks.KillMatrix;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Player.Benches;
using Conformance.Scenarios.Verdicts;

namespace Conformance.Benchmarks.Measurements;

/// <summary>The whole response catalogue on the embedded service provider, and what one message of it costs.</summary>
internal sealed class CatalogueMeasurement(Rehearsal rehearsal)
{
    private const int Workers = 2;
    private const double MegaByte = 1024 * 1024;
    private static readonly string[] Folders = ["saml/response/", "saml/attack/"];

    public async Task<IEnumerable<Figure>> MeasureMessageAsync()
    {
        await using var bench = await Bench.StartAsync(rehearsal.Bench(new Staging()), 0, CancellationToken.None);
        var milliseconds = Median.Milliseconds(400, () => _ = SignedResponse.Forge(bench).Form);
        return
        [
            new Figure("the fake identity provider makes one signed Response", milliseconds, "ms", 5),
            new Figure("of it RSA, 2048 bits", RsaSign(), "ms"),
        ];
    }

    public async Task<IEnumerable<Figure>> MeasureRunsAsync(int times)
    {
        var cases = FlawTrial.Catalogue(rehearsal).Where(scenarioCase => Folders.Any(folder => scenarioCase.Address.StartsWith(folder, StringComparison.Ordinal))).ToList();
        var took = new List<double>();
        var played = 0;
        var controls = 0;
        Dictionary<string, CaseResult>? first = null;
        for (var i = 0; i < times; i++)
        {
            var watch = new Stopwatched();
            var report = await rehearsal.PlayAsync(cases, new Staging { Workers = Workers }, watch);
            took.Add(watch.SincePreflight.TotalSeconds);
            played = report.Results.Count(result => result.Driver is not null);
            controls = report.ControlsPlayed;
            RunLine.Print(i, report);
            first ??= report.Results.ToDictionary(result => result.Address, StringComparer.Ordinal);
            foreach (var result in report.Results.Where(result => result.Verdict != first[result.Address].Verdict))
            {
                Console.WriteLine($"  {result.Address}: {first[result.Address].Verdict} in the first run ({first[result.Address].Reason}), now {result.Verdict} ({result.Reason})");
            }
        }

        // Each message is signed by the fake and looked at by the service provider; attacks are verified once more before they are sent.
        var seconds = Median.Of(took);
        var rsa = (played + controls) * (RsaSign() + (2 * RsaVerify())) / 1000;
        using var self = Process.GetCurrentProcess();
        return
        [
            new Figure($"all {played} cases of saml/response and saml/attack with {controls} controls, {Workers} workers", seconds, "s", 10),
            new Figure("cases a second", played / seconds, string.Empty),
            new Figure("share of RSA in the time of both workers", 100 * rsa / (seconds * Workers), "%"),
            new Figure("most memory", self.PeakWorkingSet64 / MegaByte, "MB", 500),
        ];
    }

    private static double RsaSign()
    {
        var data = Encoding.UTF8.GetBytes(new string('x', 1000));
        using var key = RSA.Create(2048);
        return Median.Milliseconds(200, () => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static double RsaVerify()
    {
        var data = Encoding.UTF8.GetBytes(new string('x', 1000));
        using var key = RSA.Create(2048);
        var signature = key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Median.Milliseconds(200, () => key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
