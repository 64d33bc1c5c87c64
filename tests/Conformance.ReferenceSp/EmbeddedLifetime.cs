using Microsoft.Extensions.Hosting;

namespace Conformance.ReferenceSp;

/// <summary>Leaves Ctrl-C and signals to the program that embeds the service provider.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
