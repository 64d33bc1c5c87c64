using System.Net;
using Conformance.Player.Playing;
using Conformance.Player.Targets;

namespace Conformance.Player.Benches;

/// <summary>What keeps the suite from ever touching a service that it was not asked to test.</summary>
internal static class RemoteSafety
{
    // The articles' products and the real identity providers are only ever look-alikes on the bench.
    private static readonly string[] NeverReal =
    [
        "aircall.io", "justcall.io", "dialpad.com", "jumpcloud.com", "microsoftonline.com", "microsoft.com", "windows.net", "google.com", "okta.com",
        "onelogin.com", "pingidentity.com", "auth0.com", "amazoncognito.com",
    ];

    /// <summary>Whether an address that a permitted name resolved to may be dialled: nothing that routes to this machine's own network services.</summary>
    public static bool MayDial(IPAddress address) =>
        !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal && !address.Equals(IPAddress.Any) && !IsLinkLocal(address);

    /// <summary>The hosts outside this machine that the target file names.</summary>
    /// <exception cref="TargetFailedException">One of them is never tested for real.</exception>
    public static IReadOnlyList<string> HostsOf(TargetFile file, VariableScope scope)
    {
        if (file.Place is EmbeddedPlace)
        {
            return [];
        }

        var hosts = file.ServiceProvider.Keys.Select(key => scope.ValueOf($"sp.{key}"))
            .Append(file.Session.Open.Bind(scope.ValueOf))
            .Append(file.Scim?.Url.Bind(scope.ValueOf))
            .Select(value => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null)
            .OfType<Uri>().Where(url => !Drivers.Site.IsLoopback(url.Host)).Select(url => url.Host)
            .Concat(file.ThirdPartyHosts).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (hosts.Find(IsNeverReal) is { } forbidden)
        {
            throw new TargetFailedException(
                $"{file.Path}: \"{forbidden}\" is a real product or identity provider, which this suite never sends anything to. Test an installation of your own.");
        }

        return hosts;
    }

    private static bool IsNeverReal(string host) =>
        NeverReal.Any(name => host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase));

    private static bool IsLinkLocal(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && address.GetAddressBytes() is [169, 254, ..];
}
