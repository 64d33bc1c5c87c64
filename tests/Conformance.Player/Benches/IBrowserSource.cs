using Conformance.Fakes.Network;
using Microsoft.Playwright;

namespace Conformance.Player.Benches;

/// <summary>Gives browser contexts; the browser itself is started when the first one is asked for.</summary>
public interface IBrowserSource
{
    /// <summary>A new context behind the bench's proxy.</summary>
    Task<IBrowserContext> NewContextAsync(ConnectProxy proxy, CancellationToken cancellationToken);
}
