using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Schemas;

namespace Conformance.ReferenceSp.Scim;

/// <summary>What the server says of itself (RFC 7644 4).</summary>
internal static class ScimDiscovery
{
    private static readonly ScimSchema[] Schemas = [CoreSchemas.User, CoreSchemas.Group, CoreSchemas.EnterpriseUser];

    public static ScimAnswer Answer(ScimCall call)
    {
        if (call.Query.ContainsKey("filter"))
        {
            return ScimAnswer.Refused(403, null, "There is nothing to filter here.");
        }

        return call.Path switch
        {
            ["ServiceProviderConfig"] => new ScimAnswer(200, Configuration(call.BaseUrl)),
            ["ResourceTypes"] => List(ResourceTypes(call.BaseUrl)),
            ["ResourceTypes", var name] => One(ResourceTypes(call.BaseUrl), "id", name),
            ["Schemas"] => List(SchemaDocuments(call.BaseUrl)),
            ["Schemas", var urn] => One(SchemaDocuments(call.BaseUrl), "id", urn),
            _ => ScimAnswer.Refused(404, null, $"There is nothing at /{string.Join('/', call.Path)}."),
        };
    }

    private static ScimAnswer List(IReadOnlyList<JsonObject> documents) => new ListResponse(documents.Count, 1, documents.Count, documents).ToAnswer();

    private static ScimAnswer One(IEnumerable<JsonObject> documents, string key, string wanted) =>
        documents.FirstOrDefault(document => string.Equals(ScimJson.Text(document, key), wanted, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new ScimAnswer(200, found)
            : ScimAnswer.Refused(404, null, $"There is no \"{wanted}\".");

    private static JsonObject Configuration(string baseUrl) => ScimJson.TryParseObject(
        $$"""
        {
          "schemas": ["{{ScimUrns.ServiceProviderConfig}}"],
          "patch": { "supported": true },
          "bulk": { "supported": true, "maxOperations": {{ScimBulk.MostOperations}}, "maxPayloadSize": {{ScimBulk.LargestPayload}} },
          "filter": { "supported": true, "maxResults": {{ScimPage.Most}} },
          "changePassword": { "supported": true },
          "sort": { "supported": true },
          "etag": { "supported": true },
          "authenticationSchemes": [
            { "type": "oauthbearertoken", "name": "API key", "description": "The API key of the company, sent as a bearer token.", "primary": true }
          ],
          "meta": { "resourceType": "ServiceProviderConfig", "location": "{{baseUrl}}/ServiceProviderConfig" }
        }
        """)!;

    private static List<JsonObject> ResourceTypes(string baseUrl) =>
    [
        ResourceType(baseUrl, "User", "A person who has an account.", CoreSchemas.Users),
        ResourceType(baseUrl, "Group", "Some users together.", CoreSchemas.Groups),
    ];

    private static JsonObject ResourceType(string baseUrl, string name, string description, ResourceSchema schema) => new(ScimJson.NodeOptions)
    {
        ["schemas"] = new JsonArray(ScimUrns.ResourceType),
        ["id"] = name,
        ["name"] = name,
        ["description"] = description,
        ["endpoint"] = $"/{name}s",
        ["schema"] = schema.Core.Id,
        ["schemaExtensions"] = new JsonArray([.. schema.Extensions.Select(extension => new JsonObject { ["schema"] = extension.Id, ["required"] = false })]),
        ["meta"] = new JsonObject(ScimJson.NodeOptions) { ["resourceType"] = "ResourceType", ["location"] = $"{baseUrl}/ResourceTypes/{name}" },
    };

    private static IReadOnlyList<JsonObject> SchemaDocuments(string baseUrl) => [.. Schemas.Select(schema =>
    {
        var document = SchemaJson.Write(schema);
        document["meta"] = new JsonObject(ScimJson.NodeOptions) { ["resourceType"] = "Schema", ["location"] = $"{baseUrl}/Schemas/{schema.Id}" };
        return document;
    }),];
}
