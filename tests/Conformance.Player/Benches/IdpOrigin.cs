using Conformance.Player.Targets;

namespace Conformance.Player.Benches;

/// <summary>Where the identity provider lives for a target: its own host names, or a loopback address for a target on plain HTTP.</summary>
public static class IdpOrigin
{
    /// <summary>
    /// The address for service providers that somebody configured by hand and runs: it has to be the same in every run. Browsers reach
    /// it through the bench's proxy, so no port has to be free for it.
    /// </summary>
    public const string ForHandConfigured = "http://127.0.0.1:7080";

    /// <summary>The origin that a target file asks for, or that its kind makes sensible; <c>null</c>: the identity provider's own host names.</summary>
    /// <param name="file">The target.</param>
    /// <param name="url">The service provider's address.</param>
    /// <param name="stubPort">The loopback port that the fakes really listen on.</param>
    public static string? For(TargetFile file, string url, int stubPort)
    {
        if (file.IdentityProviderOrigin is { } asked)
        {
            var origin = new Uri(asked);
            return origin.Scheme == "http" && origin.IsDefaultPort ? $"{asked.TrimEnd('/')}:{stubPort}" : asked.TrimEnd('/');
        }

        if (!url.StartsWith("http://", StringComparison.Ordinal))
        {
            return null;
        }

        return file.Place is RunningPlace ? ForHandConfigured : $"http://127.0.0.1:{stubPort}";
    }

    internal static string? For(Bench bench, TargetFile file, string url)
    {
        var origin = For(file, url, bench.Stubs.HttpPort);
        if (origin is not null && new Uri(origin) is { Scheme: "http" } address && address.Port != bench.Stubs.HttpPort)
        {
            bench.MapHost($"{address.Host}:{address.Port}", bench.Stubs.HttpPort);
        }

        return origin;
    }
}
