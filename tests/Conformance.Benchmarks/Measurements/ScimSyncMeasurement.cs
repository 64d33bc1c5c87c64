using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Fakes.Provisioning;
using Conformance.ReferenceSp;

namespace Conformance.Benchmarks.Measurements;

/// <summary>A thousand people brought to the reference service provider by SCIM, then fifty changes among them.</summary>
internal sealed class ScimSyncMeasurement
{
    private const int People = 1000;
    private const int Changes = 50;
    private const string Token = "key_of_the_benchmark_1f0c";

    // A lookup, a reading and a change: what comes above it has nothing to do with the changes.
    private const int MostRequestsForAChange = 4;

    public static async Task<IEnumerable<Figure>> MeasureAsync()
    {
        await using var provider = await ReferenceServiceProvider.StartAsync(
            new ReferenceServiceProviderOptions { Companies = [Company()] }, CancellationToken.None);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{provider.HttpPort}/scim/v2");
        var client = new EntraClient(
            new ScimConnection(http, url, Token, TimeProvider.System), new EntraSettings { Dialect = EntraPatchDialect.AadOptscim062020 }, TimeProvider.System);
        var directory = new SourceDirectory([.. Enumerable.Range(0, People).Select(Person)], []);

        var (seconds, requests) = await RunAsync(client, directory, full: true);
        var changed = Enumerable.Range(0, Changes).Select(number => number * (People / Changes))
            .Aggregate(directory, (all, number) => all.With(all.People[number] with { Title = "Supervisor" }));
        var (againSeconds, againRequests) = await RunAsync(client, changed, full: false);
        var there = provider.Users.Count;
        if (there != People || client.Log.Entries.Any(entry => entry.Status == "Failure"))
        {
            throw new InvalidOperationException($"{there} of {People} people arrived; the log ends with {client.Log.Entries[^1]}");
        }

        return
        [
            new Figure($"first sync of {People} people by SCIM, requests a person", (double)requests / People, string.Empty, 2),
            new Figure($"first sync of {People} people by SCIM", seconds, "s"),
            new Figure($"second sync with {Changes} changes, requests", againRequests, string.Empty, Changes * MostRequestsForAChange),
            new Figure($"second sync with {Changes} changes, requests a person", (double)againRequests / People, string.Empty),
            new Figure($"second sync with {Changes} changes, requests a change", (double)againRequests / Changes, string.Empty),
            new Figure($"second sync with {Changes} changes", againSeconds, "s"),
        ];
    }

    private static async Task<(double Seconds, int Requests)> RunAsync(EntraClient client, SourceDirectory directory, bool full)
    {
        var (began, before) = (TimeProvider.System.GetTimestamp(), client.RequestsSent);
        await client.RunAsync(directory, full, CancellationToken.None);
        return (TimeProvider.System.GetElapsedTime(began).TotalSeconds, client.RequestsSent - before);
    }

    private static SourcePerson Person(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"person{number:D4}");
        return new SourcePerson
        {
            Id = name,
            UserName = $"{name}@sync.example",
            Email = $"{name}@sync.example",
            GivenName = "Person",
            FamilyName = string.Create(CultureInfo.InvariantCulture, $"Number {number}"),
            Title = "Agent",
        };
    }

    private static CompanyConfiguration Company()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=benchmark", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return new CompanyConfiguration
        {
            Domain = "sync.example",
            Issuer = "https://idp.example/saml",
            SingleSignOnUrl = "https://idp.example/sso",
            Certificates = [certificate.ExportCertificatePem()],
            ScimTokens = new Dictionary<string, bool> { [Token] = true },
        };
    }
}
