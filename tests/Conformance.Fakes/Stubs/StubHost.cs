using System.Security.Cryptography.X509Certificates;

namespace Conformance.Fakes.Stubs;

/// <summary>Starts the stub host of this build: Kestrel, or WireMock.Net where the full set of packages is built in.</summary>
public static class StubHost
{
    // The largest legitimate message, metadata of a federation, is well below this.
    internal const int DefaultMaxRequestBody = 16 * 1024 * 1024;

    /// <summary>Starts a host on two free ports.</summary>
    /// <param name="certificateFor">The certificate for a host name, <c>localhost</c> when the client names none.</param>
    /// <param name="time">The clock of journal and delays.</param>
    /// <param name="maxRequestBody">Larger bodies are answered with status 413.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<IStubHost> StartAsync(
        Func<string, X509Certificate2> certificateFor,
        TimeProvider time,
        long maxRequestBody = DefaultMaxRequestBody,
        CancellationToken cancellationToken = default) =>
#if FULL_PACKAGES
        await WithWireMock.WireMockStubHost.StartAsync(certificateFor, time, maxRequestBody, cancellationToken);
#else
        await KestrelStubHost.StartAsync(certificateFor, time, maxRequestBody, cancellationToken);
#endif
}
