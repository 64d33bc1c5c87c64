using System.Text.Json.Nodes;
using Conformance.ReferenceSp.Companies;

namespace Conformance.ReferenceSp.Scim;

/// <summary>One SCIM request of a company's provisioning client.</summary>
internal sealed record ScimCall
{
    public required string Method { get; init; }

    /// <summary>The path below the base URL, decoded, without empty parts.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public string BodyText { get; init; } = "";

    /// <summary>The company whose token was sent.</summary>
    public required Company Company { get; init; }

    public bool MayWrite { get; init; } = true;

    public required string BaseUrl { get; init; }

    public required DateTimeOffset Now { get; init; }

    public bool IsGet => Method is "GET" or "HEAD";

    public string? Id => Path.Count > 1 ? Path[1] : null;

    public JsonObject Body => BodyJson ?? throw new Conformance.Scim.ScimException(Conformance.Scim.ScimTypes.InvalidSyntax, "The body is no JSON object.");

    private JsonObject? BodyJson => Conformance.Scim.ScimJson.TryParseObject(BodyText);

    public bool IsFor(string method, string type) => Method == method && Path.Count > 0 && Path[0] == type;
}
