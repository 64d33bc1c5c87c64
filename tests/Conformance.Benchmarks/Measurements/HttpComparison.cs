using System.Text.RegularExpressions;
using Conformance.Benchmarks.Rehearsals;
using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Benches;
using Conformance.Saml.Forging;

namespace Conformance.Benchmarks.Measurements;

/// <summary>A tampered case over HTTP against a program of thirty lines that sends the same requests and looks at nothing.</summary>
internal sealed partial class HttpComparison(Rehearsal rehearsal)
{
    private const int Repetitions = 7;
    private const string Address = "saml/response/unsigned/assertion-signed";

    public async Task<IEnumerable<Figure>> MeasureAsync()
    {
        var cases = Enumerable.Repeat(rehearsal.Library.Find(Address) ?? throw new InvalidOperationException($"There is no {Address}."), 48).ToList();
        var suite = new List<double>();
        var bare = new List<double>();
        var ratios = new List<double>();
        await using var bench = await Bench.StartAsync(rehearsal.Bench(new Staging()), 0, CancellationToken.None);
        for (var i = 0; i < Repetitions; i++)
        {
            var watch = new Stopwatched();
            var report = await rehearsal.PlayAsync(cases, new Staging(), watch);
            var attempts = cases.Count + report.ControlsPlayed;
            var bySuite = watch.SincePreflight.TotalMilliseconds / attempts;
            var began = TimeProvider.System.GetTimestamp();
            for (var attempt = 0; attempt < attempts; attempt++)
            {
                await LogInAsync(bench, isTampered: attempt >= report.ControlsPlayed);
            }

            var byHand = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds / attempts;
            if (i > 0)
            {
                suite.Add(bySuite);
                bare.Add(byHand);
                ratios.Add(bySuite / byHand);
            }
        }

        return
        [
            new Figure("a tampered case over HTTP by the suite, its share of controls counted", Median.Of(suite), "ms"),
            new Figure("the same requests by a bare HttpClient", Median.Of(bare), "ms"),
            new Figure("the suite against the bare HttpClient", Median.Of(ratios), string.Empty, 1.5),
        ];
    }

    private static async Task LogInAsync(Bench bench, bool isTampered)
    {
        var stage = bench.Generic;
        var idp = stage.Idp;
        idp.Reset();
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal);
        var url = stage.Scope.ValueOf("sp.url")!;
        var start = await SendAsync(bench.Http, HttpMethod.Get, $"{url}/login", null, cookies);
        _ = await SendAsync(bench.Http, HttpMethod.Get, start.Location!, null, cookies: null);
        var request = idp.Received[0];
        var message = Forge(stage.Idp.DraftFor(request, stage.Application, stage.Cast["attacker"].AtIdp), request, bench);
        var posted = isTampered ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Signature().Replace(System.Text.Encoding.UTF8.GetString(message.Xml), string.Empty))) : message.Form[0].Value;
        List<KeyValuePair<string, string>> form = [new("SAMLResponse", posted), .. message.Form.Skip(1)];
        _ = await SendAsync(bench.Http, HttpMethod.Get, stage.Probe.Url, null, cookies);
        _ = await SendAsync(bench.Http, HttpMethod.Get, idp.Hold(request, stage.Application.AcsUrls[0], form, HttpMethod.Post), null, cookies: null);
        var answer = await SendAsync(bench.Http, HttpMethod.Post, stage.Application.AcsUrls[0], form, cookies);
        if (answer.Location is { } next)
        {
            _ = await SendAsync(bench.Http, HttpMethod.Get, new Uri(new Uri(url), next).AbsoluteUri, null, cookies);
        }

        var session = await SendAsync(bench.Http, HttpMethod.Get, stage.Probe.Url, null, cookies);
        if (session.IsSuccess == isTampered)
        {
            throw new InvalidOperationException($"The hand-written login went wrong: tampered {isTampered}, {session}.");
        }
    }

    private static ForgedResponse Forge(ResponseDraft draft, ReceivedMessage request, Bench bench) => ResponseForge.Forge(new ForgeContext
    {
        Draft = draft,
        Clock = TimeProvider.System,
        Ids = bench.Ids,
        IdpKey = draft.Signing.Key,
        StrangerKey = bench.Generic.StrangerKey,
        RelayState = request.RelayState,
    });

    private static async Task<(string? Location, bool IsSuccess)> SendAsync(
        HttpMessageInvoker http, HttpMethod method, string url, IEnumerable<KeyValuePair<string, string>>? form, Dictionary<string, string>? cookies)
    {
        using var request = new HttpRequestMessage(method, url) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        request.Headers.Accept.ParseAdd(url.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/html");
        if (cookies?.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        using var response = await http.SendAsync(request, CancellationToken.None);
        _ = await response.Content.ReadAsByteArrayAsync();
        foreach (var cookie in cookies is not null && response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            var parts = cookie.Split(';')[0].Split('=', 2);
            cookies![parts[0]] = parts[1];
        }

        return (response.Headers.Location?.OriginalString, response.IsSuccessStatusCode);
    }

    [GeneratedRegex("<(\\w+:)?Signature .*?</(\\w+:)?Signature>", RegexOptions.Singleline)]
    private static partial Regex Signature();
}
