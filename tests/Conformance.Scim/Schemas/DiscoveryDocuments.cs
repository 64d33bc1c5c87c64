using System.Text.Json.Nodes;

namespace Conformance.Scim.Schemas;

/// <summary>What a server that has users and groups says of its resource types and schemas (RFC 7643 6 and 7).</summary>
public static class DiscoveryDocuments
{
    private static readonly ScimSchema[] Described = [CoreSchemas.User, CoreSchemas.Group, CoreSchemas.EnterpriseUser];

    /// <summary>The documents of <c>/ResourceTypes</c>.</summary>
    /// <param name="baseUrl">The server's base URL, without a slash at the end.</param>
    /// <returns>Those of users and groups.</returns>
    public static IReadOnlyList<JsonObject> ResourceTypes(string baseUrl) =>
    [
        ResourceType(baseUrl, "User", "A person who has an account.", CoreSchemas.Users),
        ResourceType(baseUrl, "Group", "Some users together.", CoreSchemas.Groups),
    ];

    /// <summary>The documents of <c>/Schemas</c>.</summary>
    /// <param name="baseUrl">The server's base URL, without a slash at the end.</param>
    /// <returns>Those of users, groups and the enterprise extension.</returns>
    public static IReadOnlyList<JsonObject> Schemas(string baseUrl) => [.. Described.Select(schema =>
    {
        var document = SchemaJson.Write(schema);
        document["meta"] = Meta("Schema", $"{baseUrl}/Schemas/{schema.Id}");
        return document;
    }),];

    private static JsonObject ResourceType(string baseUrl, string name, string description, ResourceSchema schema) => new(ScimJson.NodeOptions)
    {
        ["schemas"] = new JsonArray(ScimUrns.ResourceType),
        ["id"] = name,
        ["name"] = name,
        ["description"] = description,
        ["endpoint"] = $"/{name}s",
        ["schema"] = schema.Core.Id,
        ["schemaExtensions"] = new JsonArray([.. schema.Extensions.Select(extension => new JsonObject { ["schema"] = extension.Id, ["required"] = false })]),
        ["meta"] = Meta("ResourceType", $"{baseUrl}/ResourceTypes/{name}"),
    };

    private static JsonObject Meta(string resourceType, string location) => new(ScimJson.NodeOptions) { ["resourceType"] = resourceType, ["location"] = location };
}
