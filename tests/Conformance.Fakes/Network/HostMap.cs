using System.Collections.Concurrent;
using System.Globalization;

namespace Conformance.Fakes.Network;

/// <summary>Which hosts a bench can reach and where they really are. It may change while connections are being made.</summary>
/// <remarks>A host given without a port means its HTTPS port, 443. Whatever is not named here is refused.</remarks>
public sealed class HostMap
{
    private const int HttpsPort = 443;

    private readonly ConcurrentDictionary<HostPort, int> _mapped = new();
    private readonly ConcurrentDictionary<int, bool> _loopbackPorts = new();
    private readonly ConcurrentDictionary<HostPort, bool> _remotes = new();
    private volatile bool _allowsEveryLoopbackPort;

    /// <summary>Whether every port of this machine may be reached under its own address, declared or not.</summary>
    public bool AllowsEveryLoopbackPort
    {
        get => _allowsEveryLoopbackPort;
        set => _allowsEveryLoopbackPort = value;
    }

    /// <summary>Leads a host to a port of this machine, instead of where it led before.</summary>
    public void Map(string host, int loopbackPort)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(loopbackPort);
        _mapped[HostPort.Parse(host, HttpsPort)] = loopbackPort;
    }

    /// <summary>Forgets where a host leads; connections that exist stay.</summary>
    public void Unmap(string host) => _mapped.TryRemove(HostPort.Parse(host, HttpsPort), out _);

    /// <summary>Lets <c>127.0.0.1</c>, <c>localhost</c> and <c>[::1]</c> be reached on this port.</summary>
    public void AllowLoopback(int port) => _loopbackPorts[port] = true;

    /// <summary>Takes <see cref="AllowLoopback"/> back.</summary>
    public void ForbidLoopback(int port) => _loopbackPorts.TryRemove(port, out _);

    /// <summary>Lets a real host be dialled. Its address still has to pass the check of the <see cref="ConnectProxy"/>.</summary>
    public void AllowRemote(string host) => _remotes[HostPort.Parse(host, HttpsPort)] = true;

    /// <summary>Says where a connection to <paramref name="host"/> goes.</summary>
    public HostRoute Resolve(string host, int port) => Resolve(new HostPort(HostPort.NormalizeHost(host), port));

    /// <inheritdoc cref="Resolve(string, int)"/>
    public HostRoute Resolve(HostPort host)
    {
        if (_mapped.TryGetValue(host, out var loopbackPort))
        {
            return new HostRoute(HostRouteKind.Loopback, new HostPort("127.0.0.1", loopbackPort));
        }

        if (host.IsLoopback)
        {
            return AllowsEveryLoopbackPort || _loopbackPorts.ContainsKey(host.Port)
                ? new HostRoute(HostRouteKind.Loopback, host)
                : new HostRoute(HostRouteKind.Refused, host, string.Create(
                    CultureInfo.InvariantCulture, $"Port {host.Port} of this machine is not declared for this bench."));
        }

        return _remotes.ContainsKey(host)
            ? new HostRoute(HostRouteKind.Remote, host)
            : new HostRoute(HostRouteKind.Refused, host, "The host is not on this bench.");
    }
}
