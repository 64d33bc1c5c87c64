using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Conformance.ReferenceSp;

/// <summary>A service provider that signs people in by SAML: sound, or wrong in the ways that its options name.</summary>
public sealed class ReferenceServiceProvider : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Service _service;

    private ReferenceServiceProvider(WebApplication application, Service service) => (_application, _service) = (application, service);

    /// <summary>Plain http on 127.0.0.1.</summary>
    public int HttpPort => _service.HttpPort;

    /// <summary>TLS on 127.0.0.1 for every one of <see cref="Hosts"/>; 0 without certificates.</summary>
    public int TlsPort { get; private init; }

    /// <summary>The host names that are served.</summary>
    public IReadOnlyList<string> Hosts { get; } = Site.Hosts;

    /// <summary>The accounts as they are now.</summary>
    public IReadOnlyList<ReferenceUser> Users => _service.Memory.Users.All;

    /// <summary>Every refusal so far.</summary>
    public IReadOnlyList<AuditEntry> AuditLog => _service.Audit.Entries;

    /// <summary>Starts one; several can run in a process.</summary>
    /// <exception cref="ArgumentException">A flaw is unknown.</exception>
    /// <exception cref="CompanyConfigurationException">A company's settings cannot work.</exception>
    public static async Task<ReferenceServiceProvider> StartAsync(ReferenceServiceProviderOptions options, CancellationToken cancellationToken)
    {
        var service = new Service(options, Flaws.Apply(options.Flaws));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.RemoveAll<IHostLifetime>();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Service.LargestRequest;
            kestrel.Listen(options.HttpAddress, options.HttpPort, listen => listen.Protocols = HttpProtocols.Http1);
            if (options.CertificateFor is { } certificateFor)
            {
                kestrel.Listen(IPAddress.Loopback, 0, listen =>
                {
                    listen.Protocols = HttpProtocols.Http1;
                    var byHost = new ConcurrentDictionary<string, X509Certificate2>(StringComparer.OrdinalIgnoreCase);
                    listen.UseHttps(https => https.ServerCertificateSelector = (_, host) =>
                        byHost.GetOrAdd(host is null or "" ? Site.Hosts[0] : host, certificateFor));
                });
            }
        });

        var application = builder.Build();
        application.Run(service.HandleAsync);
        await application.StartAsync(cancellationToken);
        var ports = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address)).ToLookup(address => address.Scheme, address => address.Port);
        service.HttpPort = ports["http"].Single();
        return new ReferenceServiceProvider(application, service) { TlsPort = ports["https"].SingleOrDefault() };
    }

    /// <summary>Adds a company, or replaces the settings of the one with that dress and domain.</summary>
    /// <exception cref="CompanyConfigurationException">The settings cannot work; nothing was changed.</exception>
    public void Configure(CompanyConfiguration company) => _service.Configure(company);

    /// <summary>The addresses of a company at its named hosts, or at plain http for a generic company.</summary>
    public CompanyAddresses AddressesOf(Dress dress, string domain, bool plainHttp = false) => _service.AddressesOf(dress, domain, plainHttp);

    /// <summary>The settings of a company as they are now; null: there is none.</summary>
    public CompanyConfiguration? ConfigurationOf(Dress dress, string domain) => _service.Companies.Find(dress, domain)?.Configuration;

    /// <summary>Forgets sessions, requests, used assertions, refusals, and all people and settings but those of the start.</summary>
    public void Reset() => _service.Reset();

    /// <summary>What a restart does: what is kept in storage stays, what only the process knew is gone.</summary>
    public void Restart()
    {
        _service.Memory.Health.Recover();
        if (!_service.Blueprint.Front.KeepsRequestsInStorage)
        {
            _service.Memory.Requests.Clear();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
