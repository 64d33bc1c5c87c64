using System.Net;

namespace Conformance.Player.Drivers;

/// <summary>What browsers call a site: scheme and registrable domain. The port does not count.</summary>
internal static class Site
{
    // The public suffixes of more than one label that hosts on a bench may have; all other suffixes here have one label.
    private static readonly HashSet<string> LongSuffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "co.uk", "org.uk", "ac.uk", "com.au", "co.jp", "co.nz", "com.br", "co.in", "github.io", "azurewebsites.net", "herokuapp.com", "amazonaws.com", "cloudfront.net",
    };

    public static bool Same(Uri a, Uri b) =>
        a.Scheme == b.Scheme && string.Equals(Of(a.Host), Of(b.Host), StringComparison.OrdinalIgnoreCase);

    public static bool IsLoopback(string host) =>
        host is "localhost" or "[::1]" || host.EndsWith(".localhost", StringComparison.Ordinal)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public static string Of(string host)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out _))
        {
            return host;
        }

        var labels = host.Split('.');
        var suffix = labels.Length > 2 && LongSuffixes.Contains(string.Join('.', labels[^2..])) ? 3 : 2;
        return labels.Length <= suffix ? host : string.Join('.', labels[^suffix..]);
    }
}
