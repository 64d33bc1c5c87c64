using Conformance.Player.Playing;
using Conformance.Player.Targets;
using Conformance.Player.Targets.Containers;

namespace Conformance.Player.Benches;

/// <summary>Starts a target wherever its file says that it runs.</summary>
internal static class TargetStarter
{
    public static async Task<IRunningTarget> StartAsync(
        Bench bench, (Stage Stage, VariableScope TargetScope) build, int port, TimeProvider clock, CancellationToken cancellationToken)
    {
        var settings = bench.Settings;
        switch (settings.Target.Place)
        {
            case EmbeddedPlace embedded:
                var embeddedProvider = settings.Embedded
                    ?? throw new TargetFailedException($"{settings.Target.Path}: the embedded service provider is not part of this program.");
                return await embeddedProvider.StartAsync(
                    new EmbeddedStart
                    {
                        Companies = EmbeddedCompanies.Of(bench, build.Stage),
                        Flaws = [.. embedded.Flaws, .. settings.Flaws.Where(flaw => !Fakes.Provisioning.ClientFlaws.Knows(flaw))],
                        Clock = clock,
                        Http = bench.Http,
                        CertificateFor = settings.Keys.Authority.CertificateFor,
                        Fetch = async (url, ending) =>
                        {
                            await using var driver = bench.NewHttpDriver();
                            return (await driver.ReadAsync(url, keepCookies: true, ending)).Body;
                        },
                    },
                    cancellationToken);
            case ProcessPlace process:
                var target = new ProcessTarget(settings.Target, process, build.TargetScope, port, Path.Combine(bench.Directory, "target"), settings.Clock);
                try
                {
                    await target.StartAsync(cancellationToken);
                }
                catch
                {
                    await target.DisposeAsync();
                    throw;
                }

                return target;

            case ClientOnlyPlace:
                return new ExternalTarget([]);

            case ContainerPlace container:
                return await ContainerTarget.StartAsync(
                    ContainerEngine.Create(), settings.Target, container, build.TargetScope, port, bench.Directory, settings.Clock, cancellationToken);
            default:
                return new ExternalTarget(LoopbackPorts(settings.Target, build.TargetScope));
        }
    }

    private static List<int> LoopbackPorts(TargetFile file, VariableScope scope) =>
    [
        .. file.ServiceProvider.Keys.Select(key => scope.ValueOf($"sp.{key}"))
            .Append(file.Session.Open.Bind(scope.ValueOf))
            .Append(file.Scim?.Url.Bind(scope.ValueOf))
            .Select(value => Uri.TryCreate(value, UriKind.Absolute, out var url) && Drivers.Site.IsLoopback(url.Host) ? url.Port : 0)
            .Where(loopback => loopback > 0).Distinct(),
    ];
}
