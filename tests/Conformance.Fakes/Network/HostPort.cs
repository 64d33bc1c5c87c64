using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Conformance.Fakes.Network;

/// <summary>A host name or IP address (lower case, IPv6 without brackets) with a port.</summary>
public readonly record struct HostPort(string Host, int Port)
{
    private static readonly SearchValues<char> NotInHosts = SearchValues.Create(" /@\\?#");

    /// <summary>Reads <c>host</c>, <c>host:port</c>, <c>[::1]</c> or <c>[::1]:port</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static HostPort Parse(string text, int defaultPort) =>
        TryParse(text, defaultPort, out var parsed)
            ? parsed
            : throw new FormatException($"\"{text}\" is not a host with an optional port. Write it like \"dialpad.com\" or \"127.0.0.1:8080\".");

    /// <summary>As <see cref="Parse"/>, for text that somebody else wrote.</summary>
    public static bool TryParse(string text, int defaultPort, out HostPort parsed)
    {
        parsed = default;
        if (!TrySplit(text, out var host, out var portText) || host.Length == 0 || host.AsSpan().ContainsAny(NotInHosts))
        {
            return false;
        }

        var port = defaultPort;
        if (portText is not null
            && (!int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
        {
            return false;
        }

        parsed = new HostPort(NormalizeHost(host), port);
        return true;
    }

    /// <summary>One spelling of a host: lower case, no final dot, no brackets.</summary>
    public static string NormalizeHost(string host) => host.Trim('[', ']').TrimEnd('.').ToLowerInvariant();

    /// <summary>Whether the host is this machine by its very name, without asking a name server.</summary>
    public bool IsLoopback =>
        Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <inheritdoc/>
    public override string ToString() =>
        Host.Contains(':', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
            : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private static bool TrySplit(string text, [NotNullWhen(true)] out string? host, out string? port)
    {
        (host, port) = (null, null);
        var bracket = text.IndexOf(']', StringComparison.Ordinal);
        if (text.StartsWith('[') != bracket > 0)
        {
            return false;
        }

        var colon = text.IndexOf(':', Math.Max(bracket, 0));
        if (colon < 0)
        {
            host = text;
            return bracket < 0 || bracket == text.Length - 1;
        }

        (host, port) = (text[..colon], text[(colon + 1)..]);
        return bracket < 0 || bracket == colon - 1;
    }
}
