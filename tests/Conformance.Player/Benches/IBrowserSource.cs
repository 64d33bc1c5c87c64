using Conformance.Fakes.Network;
using Microsoft.Playwright;

namespace Conformance.Player.Benches;

/// <summary>Gives browser contexts; the browser itself is started when the first one is asked for.</summary>
public interface IBrowserSource
{
    /// <summary>Name and version of the browser, such as <c>Chromium 156.0.8078.73</c>; <c>null</c> while it was not started.</summary>
    string? Name { get; }

    /// <summary>A new context behind the bench's proxy.</summary>
    Task<IBrowserContext> NewContextAsync(ConnectProxy proxy, CancellationToken cancellationToken);
}
