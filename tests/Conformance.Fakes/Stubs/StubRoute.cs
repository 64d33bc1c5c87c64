using System.Collections.Immutable;
using Conformance.Fakes.Network;

namespace Conformance.Fakes.Stubs;

/// <summary>Which requests a handler answers. What is not set matches anything. Paths are compared as sent, before decoding.</summary>
public sealed record StubRoute
{
    private static readonly IReadOnlyDictionary<string, string> NoValues = ImmutableDictionary<string, string>.Empty;

    /// <summary>A host name without port, or any.</summary>
    public string? Host { get; init; }

    /// <summary>An HTTP method, or any.</summary>
    public string? Method { get; init; }

    /// <summary>The path, with its first slash.</summary>
    public string Path { get; init; } = "/";

    /// <summary>How <see cref="Path"/> is compared.</summary>
    public StubPathMatch Match { get; init; } = StubPathMatch.Prefix;

    /// <summary>A route for one path and nothing else.</summary>
    public static StubRoute Exact(string path, string? host = null, string? method = null) =>
        new() { Host = host, Method = method, Path = path, Match = StubPathMatch.Exact };

    /// <summary>A route for a path and all below it.</summary>
    public static StubRoute Prefix(string path, string? host = null, string? method = null) =>
        new() { Host = host, Method = method, Path = path, Match = StubPathMatch.Prefix };

    /// <summary>A route like <c>/scim/v2/Users/{id}</c>; the handler finds what stood there in <see cref="StubRequest.RouteValues"/>.</summary>
    public static StubRoute Template(string path, string? host = null, string? method = null) =>
        new() { Host = host, Method = method, Path = path, Match = StubPathMatch.Template };

    /// <inheritdoc/>
    public override string ToString() => $"{Method ?? "*"} {Host ?? "*"}{Path}{(Match == StubPathMatch.Prefix ? "*" : string.Empty)}";

    /// <summary>How narrow the route is; the narrowest that matches answers.</summary>
    internal (bool HasHost, StubPathMatch Match, int Length, bool HasMethod) Narrowness =>
        (Host is not null, Match, Path.Length, Method is not null);

    /// <summary>What stood at the template's names, or <see langword="null"/> when the route does not match.</summary>
    internal IReadOnlyDictionary<string, string>? ValuesIn(StubRequest request)
    {
        if ((Host is not null && HostPort.NormalizeHost(Host) != request.Host)
            || (Method is not null && !string.Equals(Method, request.Method, StringComparison.Ordinal)))
        {
            return null;
        }

        return Match switch
        {
            StubPathMatch.Exact => request.RawPath == Path ? NoValues : null,
            StubPathMatch.Template => ValuesInTemplate(request.RawPath),
            _ => IsBelow(request.RawPath) ? NoValues : null,
        };
    }

    private bool IsBelow(string path)
    {
        var parent = Path.TrimEnd('/');
        return path.StartsWith(parent, StringComparison.Ordinal) && (path.Length == parent.Length || path[parent.Length] == '/');
    }

    private Dictionary<string, string>? ValuesInTemplate(string path)
    {
        var (expected, actual) = (Path.Split('/'), path.Split('/'));
        if (expected.Length != actual.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (segment, value) in expected.Zip(actual))
        {
            if (segment is ['{', .. var name, '}'] && value.Length > 0)
            {
                values[name] = Uri.UnescapeDataString(value);
            }
            else if (segment != value)
            {
                return null;
            }
        }

        return values;
    }
}
