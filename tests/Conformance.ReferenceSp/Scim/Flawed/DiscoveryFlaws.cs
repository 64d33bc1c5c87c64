using System.Text.Json.Nodes;
using Conformance.Scim;
using static Conformance.ReferenceSp.Scim.Flawed.ScimFlaws;

namespace Conformance.ReferenceSp.Scim.Flawed;

/// <summary>What the server says of itself, and the form of what it says.</summary>
internal static class DiscoveryFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        Writes("says-json", "Answers as application/json.", ["SCS-02"], (_, answer) => answer with { ContentType = ScimMediaTypes.Json }),
        Answers("bare-media-type", "Takes application/scim+json only without a charset.", ["SCS-02"], call =>
            call.Headers.TryGetValue("Content-Type", out var type) && type.Contains(';', StringComparison.Ordinal) ? ScimAnswer.Refused(415, null, "Send application/scim+json.") : null),
        Writes("config-without-features", "Names features and not whether they are supported.", ["SCS-03"], (call, answer) => call.Path is ["ServiceProviderConfig"]
            ? answer.With(body =>
            {
                foreach (var feature in body.Select(pair => pair.Value).OfType<JsonObject>().Where(feature => feature.ContainsKey("maxOperations") || feature.ContainsKey("maxResults")))
                {
                    _ = feature.Remove("supported");
                }
            })
            : answer),
        Writes("config-without-schemes", "Does not say how to authenticate.", ["SCS-03"], (call, answer) =>
            call.Path is ["ServiceProviderConfig"] ? answer.With(body => body.Remove("authenticationSchemes")) : answer),
        Writes("resource-types-without-endpoint", "Lists resource types without their endpoint.", ["SCS-04"], (call, answer) => call.Path is ["ResourceTypes"]
            ? answer.With(body => body["Resources"]!.AsArray().ToList().ForEach(type => type!.AsObject().Remove("endpoint")))
            : answer),
        Writes("resource-types-as-list", "Answers /ResourceTypes with a bare list.", ["SCS-04"], (call, answer) =>
            call.Path is ["ResourceTypes"] && answer.Body is JsonObject body ? answer with { Body = body["Resources"]!.DeepClone() } : answer),
        Writes("schemas-without-user", "Leaves the core user out of its schemas.", ["SCS-05"], (call, answer) => call.Path is ["Schemas"]
            ? answer.With(body => body["Resources"]!.AsArray().RemoveAt(0))
            : answer),
        Answers("no-single-schema", "Knows no schema by its URN and no resource type by its name.", ["SCS-04", "SCS-05"], call =>
            call.Path is ["Schemas" or "ResourceTypes", _] ? ScimAnswer.Refused(404, null, "There is no such page.") : null),
        Writes("unknown-schema-is-empty", "Answers with an empty object when asked for a schema or a resource type that it does not have.", ["SCS-04", "SCS-05"], (call, answer) =>
            call.Path is ["Schemas" or "ResourceTypes", _] && answer.Status == 404 ? new ScimAnswer(200, new JsonObject()) : answer),
        Answers("discovery-takes-writes", "Says that it has created what is sent to its discovery endpoints.", ["SCS-06"], call =>
            call.Method == "POST" && call.Path is ["Schemas" or "ResourceTypes" or "ServiceProviderConfig"] ? new ScimAnswer(201, call.Body) : null),
        Answers("only-scim-media-type", "Refuses bodies that are sent as application/json.", ["SCS-02"], call =>
            call.Headers.TryGetValue("Content-Type", out var type) && ScimMediaTypes.Is(type, ScimMediaTypes.Json) ? ScimAnswer.Refused(415, null, "Send application/scim+json.") : null),
        Reads("discovery-ignores-filter", "Answers a filter on /Schemas as if there were none.", ["SCS-06"], call =>
            call.Path is ["Schemas" or "ResourceTypes", ..] ? call.Without("filter") : call),
        Answers("unknown-endpoint-is-empty", "Answers every path with an empty list.", ["SCS-07"], call =>
            call.Path is ["Users" or "Groups" or "Schemas" or "ResourceTypes" or "ServiceProviderConfig" or "Bulk" or "Me" or ".search", ..] ? null : Altered.EmptyList()),
        Writes("plain-errors", "Answers errors in a form of its own.", ["SCS-07", "SCS-10"], (_, answer) =>
            answer.Status >= 400 ? answer with { Body = new JsonObject { ["message"] = "It went wrong." } } : answer),
        Writes("status-as-number", "Writes the status of an error as a number.", ["SCS-07"], (_, answer) =>
            answer.Status >= 400 ? answer.With(body => body["status"] = answer.Status) : answer),
        Writes("shows-html", "Answers errors with a page.", ["SCS-07"], (_, answer) =>
            answer.Status >= 400 ? answer with { Text = "<html><body><h1>Something went wrong</h1></body></html>", ContentType = "text/html" } : answer),
    ];
}
