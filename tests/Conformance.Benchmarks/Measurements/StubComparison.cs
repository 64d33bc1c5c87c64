using System.Globalization;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.Stubs;
using Conformance.Player.Benches;

namespace Conformance.Benchmarks.Measurements;

/// <summary>A signed Response asked of the stub host of this build and of Kestrel, in turns: what it costs to be told of everything by WireMock.Net.</summary>
internal sealed class StubComparison(Rehearsal rehearsal)
{
    private const int WarmUp = 100;
    private const int Requests = 500;

    public async Task<IEnumerable<Figure>> MeasureAsync()
    {
        await using var bench = await Bench.StartAsync(rehearsal.Bench(new Staging()), 0, CancellationToken.None);
        await using var built = await StubHost.StartAsync(rehearsal.Keys.Authority.CertificateFor, TimeProvider.System);
        if (built is KestrelStubHost)
        {
            Console.WriteLine("  The stub host of this build is Kestrel alone; a build with -p:FullPackages=true has WireMock.Net to compare with.");
            return [OfKestrel(Median.Of((await AskAsync(bench, built))[0]))];
        }

        await using var kestrel = await KestrelStubHost.StartAsync(rehearsal.Keys.Authority.CertificateFor, TimeProvider.System);
        var taken = await AskAsync(bench, kestrel, built);
        var (byKestrel, byWireMock) = (Median.Of(taken[0]), Median.Of(taken[1]));
        return
        [
            OfKestrel(byKestrel),
            new Figure("the same asked of WireMock.Net", byWireMock, "ms"),
            new Figure("WireMock.Net's cost for a signed Response beyond Kestrel's", byWireMock - byKestrel, "ms"),
        ];
    }

    private static Figure OfKestrel(double milliseconds) => new("a signed Response asked of Kestrel over HTTP, made and sent", milliseconds, "ms");

    private static async Task<IReadOnlyList<IReadOnlyList<double>>> AskAsync(Bench bench, params IReadOnlyList<IStubHost> hosts)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        var taken = hosts.Select(_ => new List<double>()).ToList();
        foreach (var host in hosts)
        {
            host.Handle(StubRoute.Exact("/saml/sso"), (_, _) => ValueTask.FromResult(StubResponse.Text(SignedResponse.Forge(bench).Form[0].Value)));
        }

        for (var i = 0; i < WarmUp + Requests; i++)
        {
            foreach (var (index, host) in hosts.Index())
            {
                var began = TimeProvider.System.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{host.HttpPort}/saml/sso"));
                using var response = await http.SendAsync(request, CancellationToken.None);
                _ = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
                if (i >= WarmUp)
                {
                    taken[index].Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
                }
            }
        }

        return taken;
    }
}
