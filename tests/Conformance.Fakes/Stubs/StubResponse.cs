using System.Text;
using Conformance.Fakes.Network;

namespace Conformance.Fakes.Stubs;

/// <summary>What a handler answers. The length of the body is sent as <c>Content-Length</c>.</summary>
public sealed record StubResponse
{
    /// <summary>The status code.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The headers; names may repeat.</summary>
    public IReadOnlyList<HttpHeader> Headers { get; init; } = [];

    /// <summary>The body's octets.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>How long the answer is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What goes wrong with the answer on its way, if anything.</summary>
    public StubFault? Fault { get; init; }

    /// <summary>The body as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body);

    /// <summary>A page.</summary>
    public static StubResponse Html(string html, int status = 200) => Content("text/html; charset=utf-8", html, status);

    /// <summary>Plain text.</summary>
    public static StubResponse Text(string text, int status = 200) => Content("text/plain; charset=utf-8", text, status);

    /// <summary>A JSON document.</summary>
    public static StubResponse Json(string json, int status = 200) => Content("application/json", json, status);

    /// <summary>Text of another media type.</summary>
    public static StubResponse Content(string mediaType, string text, int status = 200) =>
        new() { Status = status, Headers = [new("Content-Type", mediaType)], Body = Encoding.UTF8.GetBytes(text) };

    /// <summary>A redirect, to an address that is sent as it stands.</summary>
    public static StubResponse Redirect(string location, int status = 302) =>
        new() { Status = status, Headers = [new("Location", location)] };

    /// <summary>A status and nothing else.</summary>
    public static StubResponse Empty(int status = 204) => new() { Status = status };

    /// <summary>An answer that goes wrong in a certain way.</summary>
    public static StubResponse Faulty(StubFault fault) => new() { Fault = fault };

    /// <summary>The same answer with one header more.</summary>
    public StubResponse With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };
}
