using System.Text.Json.Nodes;
using Conformance.Player.Playing;
using Conformance.Player.Targets;
using Conformance.Scim;
using Conformance.Scim.Schemas;

namespace Conformance.Player.Scim;

/// <summary>
/// Asks a SCIM server what it offers, and makes one usual user to see what becomes of it; the user is deleted again. What is not
/// advertised and was not seen is not asked for by any scenario.
/// </summary>
internal sealed class ScimDiscovery(ScimClient client, VariableScope scope, Func<string> unique, Dictionary<string, bool> offered)
{
    // Attributes of which scenarios ask whether the server has them.
    private static readonly string[] Attributes = ScimClaims.Attributes;

    public async Task<ScimOffer> RunAsync(CancellationToken cancellationToken)
    {
        var offer = new ScimOffer
        {
            Configuration = await DocumentAsync("/ServiceProviderConfig", cancellationToken),
            ResourceTypes = await ListAsync("/ResourceTypes", "scim-resource-types", cancellationToken),
            Schemas = [.. (await ListAsync("/Schemas", "scim-schemas", cancellationToken)).Select(SchemaJson.TryRead).OfType<ScimSchema>()],
        };
        client.Access.Offer = offer;
        var user = new ScimDocuments(client.Access, scope, unique).User(null, []);
        foreach (var attribute in Attributes.Where(attribute => !user.ContainsKey(attribute) && CoreSchemas.User.Find(attribute) is { Type: "string", MultiValued: false, Mutability: "readWrite" }))
        {
            // Where a schema is published, only what stands in it is sent.
            if (offer.UserSchema is null || offer.UserSchema.Find(attribute) is not null)
            {
                user[attribute] = attribute is "locale" or "preferredLanguage" ? "en-US" : "Trial";
            }
        }

        var created = await client.SendAsync(new ScimRequest("POST", "/Users") { Body = ScimJson.Write(user) }, cancellationToken);
        if (!created.IsSuccess || created.Id is null)
        {
            return offer with { Trouble = $"a usual user is not created: {created}" };
        }

        if (!client.Registry.MayChange(created.Id))
        {
            return offer with { Trouble = $"the answer to a new user describes somebody else: {created}" };
        }

        var path = $"/Users/{Uri.EscapeDataString(created.Id)}";
        var read = await client.SendAsync(new ScimRequest("GET", path), cancellationToken);
        offer = offer with { SeenUser = read.IsSuccess ? read.Body : created.Body, SentUser = created.Sent };
        offered["scim"] = true;
        offered["scim-config"] = offer.Configuration is not null;
        foreach (var feature in new[] { "sort", "etag", "bulk", "changePassword" })
        {
            offered[$"scim-{feature.ToLowerInvariant()}"] = offer.Supports(feature) == true;
        }

        var advertised = offer.Supports("filter");

        // Whoever filters although it says that it does not can be attacked by that way as well.
        offered["scim-filter-seen"] = advertised == true || await FiltersAsync(created, cancellationToken);
        offered["scim-filter"] = advertised ?? offered["scim-filter-seen"];
        offered["scim-patch"] = offer.Supports("patch") ?? await PatchesAsync(path, cancellationToken);
        offered["scim-search"] = (await SearchAsync("/Users/.search", cancellationToken)).List is not null;
        offered["scim-search-everywhere"] = (await SearchAsync("/.search", cancellationToken)).List is not null;
        offered["scim-groups"] = HasGroups(offer) ?? (await client.SendAsync(new ScimRequest("GET", "/Groups?count=1"), cancellationToken)).List is not null;
        offered["scim-enterprise"] = offer.Schema(ScimUrns.EnterpriseUser) is not null;
        offered["scim-other-tenant"] = client.Access.OtherToken is not null;
        offered["scim-read-only-token"] = client.Access.ReadOnlyToken is not null;
        offered["scim-username-any-case"] = offer.UserSchema?.Find("userName") is not { CaseExact: true };
        offered["scim-kept-displayname"] = offer.CameBack("displayName");
        offered["scim-user-groups"] = offer.UserSchema is not { } described || described.Find("groups") is not null;

        // RFC 7643 4.2 requires the name, the schema in its 8.7.1 does not; so what the server's own schema says holds.
        offered["scim-required-group-name"] = offer.Schema(ScimUrns.Group)?.Find("displayName") is not { Required: false };
        offered["scim-times"] = offer.SeenUser?["meta"] is JsonObject meta && ScimJson.Text(meta, "created") is not null && ScimJson.Text(meta, "lastModified") is not null;
        foreach (var attribute in Attributes)
        {
            offered[$"scim-{attribute.ToLowerInvariant()}"] = offer.Keeps(attribute);
        }

        var deleted = await client.SendAsync(new ScimRequest("DELETE", path), cancellationToken);
        offered["scim-delete"] = deleted.Status is not (405 or 501);
        return deleted.Status is 405 or 501 || deleted.IsSuccess
            ? offer
            : offer with { Trouble = $"the user that was created to see whether it can be is not deleted again: {deleted}" };
    }

    private static bool? HasGroups(ScimOffer offer) => offer.ResourceTypes.Count == 0
        ? null
        : offer.ResourceTypes.Any(type => string.Equals(ScimJson.Text(type, "schema"), ScimUrns.Group, StringComparison.OrdinalIgnoreCase)
            && ScimJson.Text(type, "endpoint")?.TrimEnd('/').Split('/')[^1] == "Groups");

    private async Task<JsonObject?> DocumentAsync(string path, CancellationToken cancellationToken)
    {
        var reply = await client.SendAsync(new ScimRequest("GET", path), cancellationToken);
        return reply.Status == 200 && reply.Body?.ContainsKey("schemas") == true ? reply.Body : null;
    }

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string path, string claim, CancellationToken cancellationToken)
    {
        var reply = await client.SendAsync(new ScimRequest("GET", path), cancellationToken);

        // Whoever answers in JSON offers the endpoint, however wrong the answer is.
        offered[claim] = reply.Status == 200 && ScimMediaTypes.IsJson(reply.ContentType);
        return reply is { Status: 200, List: { } list } ? list.Resources : [];
    }

    private async Task<bool> FiltersAsync(ScimReply created, CancellationToken cancellationToken)
    {
        var filter = Uri.EscapeDataString($"userName eq \"{ScimJson.Text(created.Sent, "userName")}\"");
        var reply = await client.SendAsync(new ScimRequest("GET", $"/Users?filter={filter}"), cancellationToken);
        return reply.List?.Resources is [var only] && ScimJson.Text(only, "id") == created.Id;
    }

    private async Task<bool> PatchesAsync(string path, CancellationToken cancellationToken)
    {
        const string body = $$"""{"schemas":["{{ScimUrns.PatchOp}}"],"Operations":[{"op":"replace","path":"displayName","value":"Trial"}]}""";
        var reply = await client.SendAsync(new ScimRequest("PATCH", path) { Body = body }, cancellationToken);
        return reply.Status is not (404 or 405 or 501);
    }

    private Task<ScimReply> SearchAsync(string path, CancellationToken cancellationToken)
    {
        const string body = $$"""{"schemas":["{{ScimUrns.SearchRequest}}"],"count":1}""";
        return client.SendAsync(new ScimRequest("POST", path) { Body = body }, cancellationToken);
    }
}
