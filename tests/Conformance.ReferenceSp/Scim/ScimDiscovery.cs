using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Schemas;

namespace Conformance.ReferenceSp.Scim;

/// <summary>What the server says of itself (RFC 7644 4).</summary>
internal static class ScimDiscovery
{
    public static ScimAnswer Answer(ScimCall call)
    {
        if (call.Query.ContainsKey("filter"))
        {
            return ScimAnswer.Refused(403, null, "There is nothing to filter here.");
        }

        return call.Path switch
        {
            ["ServiceProviderConfig"] => new ScimAnswer(200, Configuration(call.BaseUrl)),
            ["ResourceTypes"] => List(DiscoveryDocuments.ResourceTypes(call.BaseUrl)),
            ["ResourceTypes", var name] => One(DiscoveryDocuments.ResourceTypes(call.BaseUrl), "id", name),
            ["Schemas"] => List(DiscoveryDocuments.Schemas(call.BaseUrl)),
            ["Schemas", var urn] => One(DiscoveryDocuments.Schemas(call.BaseUrl), "id", urn),
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
}
