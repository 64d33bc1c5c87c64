using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Fakes.Stubs;
using Conformance.Scim;
using Conformance.Scim.Schemas;

namespace Conformance.Fakes.ScimServer;

/// <summary>The answers of a sound SCIM server (RFC 7644).</summary>
internal sealed class ScimResponder(FakeScimServer server)
{
    private ScimServerTraits Traits => server.Traits;

    public static StubResponse Refuse(int status, string? scimType, string detail) =>
        StubResponse.Content(ScimMediaTypes.Scim, ScimJson.Write(new ScimError(status, scimType, detail).ToJson()), status);

    public StubResponse Answer(StubRequest request, string path)
    {
        try
        {
            var segments = path.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToList();
            var store = segments[0].ToUpperInvariant() switch { "USERS" => server.Users, "GROUPS" => server.Groups, _ => null };
            return store is null ? Describe(request, segments)
                : segments.Count == 1 ? Collection(request, store)
                : segments.Count == 2 && store.Find(segments[1]) is not null ? One(request, store, segments[1])
                : Refuse(404, null, $"There is no {store.Kind} with this id.");
        }
        catch (ScimException exception)
        {
            return Refuse(exception.Error.Status, exception.Error.ScimType, exception.Error.Detail);
        }
        catch (ArgumentException)
        {
            // The same name in two spellings is found out only when the object is read.
            return Refuse(400, ScimTypes.InvalidSyntax, "The body names an attribute twice.");
        }
    }

    private StubResponse Collection(StubRequest request, ScimStore store)
    {
        if (request.Method == "POST")
        {
            var created = store.Create(NewBody(request, store));
            var location = Location(store, created);
            return Traits.ReturnsCreated
                ? Resource(store, created, 201).With("Location", location)
                : new StubResponse { Status = 201, Headers = [new("Location", location)] };
        }

        if (request.Method != "GET")
        {
            return Refuse(405, null, "Only GET and POST are here.");
        }

        var matching = store.Matching(request.Query("filter"));
        var start = Math.Max(1, Number(request.Query("startIndex"), 1));
        var count = Math.Clamp(Number(request.Query("count"), Traits.PageSize), 0, Traits.PageSize);
        var page = matching.Skip(start - 1).Take(count)
            .Select(resource => Shown(store, resource, request.Query("attributes"), request.Query("excludedAttributes"))).ToList();

        // One more is told of than there is; whoever goes on asking gets an empty page and may stop.
        var total = matching.Count + (Traits.TellsStaleTotals && matching.Count > Traits.PageSize ? 1 : 0);
        return Json(new ListResponse(total, start, page.Count, page).ToJson(), 200);
    }

    private StubResponse One(StubRequest request, ScimStore store, string id)
    {
        if (request.Method != "GET" && Traits.Versions
            && !(request.Header("If-Match") is { } match && EntityTag.Matches(match, Version(store.Find(id)!))))
        {
            return request.Header("If-Match") is null
                ? Refuse(428, null, "Changes have to name the version that they change, by If-Match.")
                : Refuse(412, null, "The resource has changed meanwhile.");
        }

        switch (request.Method)
        {
            case "GET":
                return Resource(store, store.Find(id)!, 200, request.Query("attributes"), request.Query("excludedAttributes"));
            case "PUT":
                return Resource(store, store.Replace(id, NewBody(request, store)), 200);
            case "PATCH" when Traits.Patches:
                var changed = store.Patch(id, Body(request));
                return Traits.ChangeStatus == 204 ? Tagged(StubResponse.Empty(204), changed) : Resource(store, changed, 200);
            case "DELETE" when Traits.Deletes:
                store.Delete(id);
                return StubResponse.Empty(204);
            default:
                return Refuse(request.Method is "PATCH" or "DELETE" ? 501 : 405, null, $"{request.Method} is not offered.");
        }
    }

    private StubResponse Describe(StubRequest request, List<string> segments)
    {
        if (!Traits.Describes || request.Method != "GET")
        {
            return Refuse(404, null, "Nothing is here.");
        }

        return segments switch
        {
            ["ServiceProviderConfig"] => Json(Configuration(), 200),
            ["ResourceTypes"] => List(DiscoveryDocuments.ResourceTypes(server.HttpBaseUrl)),
            ["ResourceTypes", var id] => Named(DiscoveryDocuments.ResourceTypes(server.HttpBaseUrl), id),
            ["Schemas"] => List(DiscoveryDocuments.Schemas(server.HttpBaseUrl)),
            ["Schemas", var urn] => Named(DiscoveryDocuments.Schemas(server.HttpBaseUrl), urn),
            _ => Refuse(404, null, "Nothing is here."),
        };
    }

    private StubResponse List(IReadOnlyList<JsonObject> documents) => Json(new ListResponse(documents.Count, 1, documents.Count, documents).ToJson(), 200);

    private StubResponse Named(IEnumerable<JsonObject> documents, string id) =>
        documents.FirstOrDefault(document => string.Equals(ScimJson.Text(document, "id"), id, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Json(found, 200)
            : Refuse(404, null, $"There is no \"{id}\".");

    private JsonObject Configuration()
    {
        JsonObject Supported(bool supported) => new() { ["supported"] = supported };
        return new JsonObject
        {
            ["schemas"] = new JsonArray(ScimUrns.ServiceProviderConfig),
            ["patch"] = Supported(Traits.Patches),
            ["bulk"] = new JsonObject { ["supported"] = false, ["maxOperations"] = 0, ["maxPayloadSize"] = 0 },
            ["filter"] = new JsonObject { ["supported"] = true, ["maxResults"] = Traits.PageSize },
            ["changePassword"] = Supported(false),
            ["sort"] = Supported(false),
            ["etag"] = Supported(Traits.Versions),
            ["authenticationSchemes"] = new JsonArray(new JsonObject
            {
                ["type"] = "oauthbearertoken",
                ["name"] = "Bearer token",
                ["description"] = "A token that an administrator made.",
            }),
            ["meta"] = new JsonObject { ["resourceType"] = "ServiceProviderConfig", ["location"] = $"{server.HttpBaseUrl}/ServiceProviderConfig" },
        };
    }

    private StubResponse Resource(ScimStore store, JsonObject resource, int status, string? attributes = null, string? excluded = null) =>
        Tagged(Json(Shown(store, resource, attributes, excluded), status), resource);

    private StubResponse Tagged(StubResponse response, JsonObject resource) =>
        Traits.Versions ? response.With("ETag", Version(resource)) : response;

    private JsonObject Shown(ScimStore store, JsonObject resource, string? attributes, string? excluded)
    {
        var shown = (JsonObject)store.Project(resource, attributes, excluded).DeepClone();
        if (shown["meta"] is JsonObject meta)
        {
            meta["location"] = Location(store, resource);
        }

        if (Traits.AddsUnknownAttributes)
        {
            shown["urn:example:params:scim:schemas:extension:telephony:2.0:User"] = new JsonObject { ["extension"] = "4711", ["queues"] = new JsonArray("sales") };
            shown["licence"] = new JsonObject { ["plan"] = "enterprise" };
        }

        return Traits.WritesOtherCase
            ? new JsonObject(shown.Select(member => KeyValuePair.Create(member.Key.StartsWith("urn", StringComparison.Ordinal) ? member.Key : member.Key.ToUpperInvariant(), member.Value?.DeepClone())))
            : shown;
    }

    private StubResponse Json(JsonObject body, int status) => StubResponse.Content(Traits.MediaType, ScimJson.Write(body), status);

    private string Location(ScimStore store, JsonObject resource) => $"{server.HttpBaseUrl}/{store.Kind}s/{ScimJson.Text(resource, "id")}";

    private static string Version(JsonObject resource) => ScimJson.Text(resource["meta"] as JsonObject, "version") ?? "W/\"0\"";

    // More is taken than has to be: what a client writes wrongly is said by the scenario about it, and by no other.
    private static JsonObject Body(StubRequest request) =>
        ScimJson.TryParseObject(request.BodyText) ?? throw new ScimException(ScimTypes.InvalidSyntax, "The body is no JSON object.");

    private static JsonObject NewBody(StubRequest request, ScimStore store)
    {
        var body = Body(request);
        body["schemas"] ??= new JsonArray(store.Kind == "User" ? ScimUrns.User : ScimUrns.Group);
        foreach (var further in (body["emails"] as JsonArray ?? []).OfType<JsonObject>().Where(email => email["primary"]?.ToJsonString() == "true").Skip(1))
        {
            further.Remove("primary");
        }

        return body;
    }

    private static int Number(string? text, int otherwise) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
