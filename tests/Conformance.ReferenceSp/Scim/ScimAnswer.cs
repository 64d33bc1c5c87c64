using System.Text.Json.Nodes;
using Conformance.Scim;

namespace Conformance.ReferenceSp.Scim;

/// <summary>What a SCIM request is answered with.</summary>
internal sealed record ScimAnswer(int Status, JsonNode? Body = null)
{
    public string? Location { get; init; }

    public string? EntityTag { get; init; }

    public string? Allow { get; init; }

    public string ContentType { get; init; } = ScimMediaTypes.Scim;

    /// <summary>A body that is not JSON, for flaws.</summary>
    public string? Text { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public static ScimAnswer Refused(int status, string? scimType, string detail) => new(status, new ScimError(status, scimType, detail).ToJson());

    public static ScimAnswer Refused(ScimError error) => new(error.Status, error.ToJson());

    /// <summary>The same answer with another body, made from a copy.</summary>
    public ScimAnswer With(Action<JsonObject> change)
    {
        if (Body is not JsonObject body)
        {
            return this;
        }

        var copy = body.DeepClone().AsObject();
        change(copy);
        return this with { Body = copy };
    }

    /// <summary>The same answer with each of its resources changed: the one it holds, or those of its list.</summary>
    public ScimAnswer WithResources(Action<JsonObject> change) => With(body =>
    {
        if (body["Resources"] is JsonArray resources)
        {
            foreach (var resource in resources.OfType<JsonObject>())
            {
                change(resource);
            }
        }
        else if (body.ContainsKey("id"))
        {
            change(body);
        }
    });
}
