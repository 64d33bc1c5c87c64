using Microsoft.Extensions.Hosting;

namespace Conformance.Fakes.Stubs;

/// <summary>Leaves Ctrl-C to the program: the usual lifetime of a web host would swallow it.</summary>
internal sealed class DetachedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
