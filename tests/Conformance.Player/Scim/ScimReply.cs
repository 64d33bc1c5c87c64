using System.Text;
using System.Text.Json.Nodes;
using Conformance.Player.Drivers;
using Conformance.Scim;

namespace Conformance.Player.Scim;

/// <summary>What came back to one SCIM request.</summary>
internal sealed class ScimReply(Hop hop, JsonObject? sent)
{
    private const int ExcerptLength = 300;

    public Hop Hop => hop;

    public int Status => hop.Status;

    /// <summary>The body that was sent; <c>null</c> when there was none or it was no object.</summary>
    public JsonObject? Sent => sent;

    public JsonObject? Body { get; } = ScimJson.TryParseObject(Encoding.UTF8.GetString(hop.ResponseBody));

    public bool IsSuccess => Status is >= 200 and < 300;

    public ListResponse? List => ListResponse.TryRead(Body);

    public ScimError? Error => ScimError.TryRead(Body);

    /// <summary>The id in the body; of a new resource whose representation was not sent, the one in its Location.</summary>
    public string? Id => ScimJson.Text(Body, "id")
        ?? (Status == 201 && hop.ResponseHeader("Location")?.TrimEnd('/').Split('/') is [.., var last] ? Uri.UnescapeDataString(last) : null);

    public string? ContentType => hop.ResponseHeader("Content-Type");

    /// <summary>The request and its answer on one line: method, URL, status, and how the body begins.</summary>
    public override string ToString()
    {
        if (Status == 0)
        {
            return hop.ToString();
        }

        var text = Encoding.UTF8.GetString(hop.ResponseBody);
        var flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var excerpt = flat.Length == 0 ? "no body" : flat.Length <= ExcerptLength ? flat : flat[..ExcerptLength] + "…";
        var kind = ScimMediaTypes.IsJson(ContentType) || flat.Length == 0 ? "" : $" ({ContentType ?? "no Content-Type"})";
        return $"{hop}{kind}: {excerpt}{(hop.Trouble is { } trouble ? $"; {trouble}" : "")}";
    }
}
