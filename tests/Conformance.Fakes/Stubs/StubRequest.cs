using System.Collections.Immutable;
using System.Text;
using Conformance.Fakes.Network;

namespace Conformance.Fakes.Stubs;

/// <summary>A request as it came over the wire. Text that is called raw holds one character for each octet.</summary>
public sealed record StubRequest
{
    /// <summary>The first line, for example <c>GET /sso?SAMLRequest=… HTTP/1.1</c>.</summary>
    public required string RequestLine { get; init; }

    /// <summary>The headers in the order and spelling of the client.</summary>
    public required IReadOnlyList<HttpHeader> Headers { get; init; }

    /// <summary>The body's octets, without the framing of chunks.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Whether it came over TLS.</summary>
    public required bool IsTls { get; init; }

    /// <summary>The connection that carried it; connections carry several requests.</summary>
    public required string ConnectionId { get; init; }

    /// <summary>When its head had arrived.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>What stood at the names of a <see cref="StubRoute.Template"/>, decoded.</summary>
    public IReadOnlyDictionary<string, string> RouteValues { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The method, as spelt.</summary>
    public string Method => RequestLine.Split(' ')[0];

    /// <summary>Path and query as sent. Signatures of the HTTP-Redirect binding cover octets of it.</summary>
    public string RawTarget => RequestLine.Split(' ') is [_, var target, ..] ? target : string.Empty;

    /// <summary>The octets of <see cref="RawTarget"/>.</summary>
    public byte[] RawTargetOctets => Encoding.Latin1.GetBytes(RawTarget);

    /// <summary>The path as sent, not decoded.</summary>
    public string RawPath => RawTarget.Split('?', 2)[0];

    /// <summary>What follows the first question mark, not decoded; empty when there is none.</summary>
    public string RawQuery => RawTarget.Split('?', 2) is [_, var query] ? query : string.Empty;

    /// <summary>The host that was asked, in lower case and without port.</summary>
    public string Host => HostPort.TryParse(Header("Host") ?? string.Empty, 0, out var host) ? host.Host : string.Empty;

    /// <summary>The address as the client has it.</summary>
    public string Url => $"{(IsTls ? "https" : "http")}://{Header("Host")}{RawTarget}";

    /// <summary>The query's fields, decoded, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> QueryFields => UrlEncodedFields.Parse(RawQuery);

    /// <summary>The fields of an <c>application/x-www-form-urlencoded</c> body, decoded, in order; empty for any other body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> FormFields =>
        Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? UrlEncodedFields.Parse(Encoding.UTF8.GetString(Body))
            : [];

    /// <summary>The cookies, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Cookies =>
    [
        .. Headers.Where(header => header.Is("Cookie"))
            .SelectMany(header => header.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(cookie => cookie.Split('=', 2))
            .Select(cookie => KeyValuePair.Create(cookie[0], cookie.ElementAtOrDefault(1) ?? string.Empty)),
    ];

    /// <summary>The body as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body);

    /// <summary>The first header of a name, or <see langword="null"/>.</summary>
    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (header.Is(name))
            {
                return header.Value;
            }
        }

        return null;
    }

    /// <summary>The first query field of a name, decoded, or <see langword="null"/>.</summary>
    public string? Query(string name) => UrlEncodedFields.First(QueryFields, name);

    /// <summary>The first form field of a name, decoded, or <see langword="null"/>.</summary>
    public string? Form(string name) => UrlEncodedFields.First(FormFields, name);

    /// <summary>The first cookie of a name, or <see langword="null"/>.</summary>
    public string? Cookie(string name) => UrlEncodedFields.First(Cookies, name);
}
