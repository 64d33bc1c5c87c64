using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Filters;
using Conformance.Scim.Patching;
using Conformance.Scim.Resources;
using Conformance.Scim.Schemas;

namespace Conformance.Fakes.ScimServer;

/// <summary>The resources of one type.</summary>
internal sealed class ScimStore(ResourceSchema schema, string unique, string kind, Func<ScimServerTraits> traits, TimeProvider time)
{
    private readonly Dictionary<string, JsonObject> _resources = new(StringComparer.Ordinal);
    private int _created;

    public string Kind => kind;

    public IReadOnlyList<JsonObject> All => [.. _resources.Values.Select(resource => (JsonObject)resource.DeepClone())];

    public void Clear() => _resources.Clear();

    public JsonObject? Find(string id) => _resources.GetValueOrDefault(id);

    public JsonObject Create(JsonObject body)
    {
        var resource = new ResourceReader(schema, traits().Dialect).Read(body);
        Refuse(resource, except: null);

        // Nothing that a client could guess or take for its own.
        var id = string.Create(CultureInfo.InvariantCulture, $"srv-{kind.ToLowerInvariant()}-{++_created:D5}-7f3a");
        return Store(id, resource, time.GetUtcNow());
    }

    public JsonObject Replace(string id, JsonObject body)
    {
        var resource = new ResourceReader(schema, traits().Dialect).Read(body);
        Refuse(resource, id);
        return Store(id, resource, CreatedOf(id));
    }

    public JsonObject Patch(string id, JsonObject body)
    {
        var resource = new PatchApplication(schema, traits().Dialect).Apply(_resources[id], PatchOperation.ReadAll(body));
        Refuse(resource, id);
        return Store(id, resource, CreatedOf(id));
    }

    public bool Delete(string id) => _resources.Remove(id);

    public IReadOnlyList<JsonObject> Matching(string? filter)
    {
        if (filter is null)
        {
            return [.. _resources.Values];
        }

        var parsed = FilterParser.Parse(filter, [.. schema.Urns]);
        var evaluation = new FilterEvaluation(schema);
        return [.. _resources.Values.Where(resource => evaluation.Matches(parsed, resource))];
    }

    public JsonObject Project(JsonObject resource, string? attributes, string? excluded) =>
        Projection.Parse(schema, attributes, excluded).Apply(resource);

    private DateTimeOffset CreatedOf(string id) =>
        DateTimeOffset.Parse(ScimJson.Text((JsonObject)_resources[id]["meta"]!, "created")!, CultureInfo.InvariantCulture);

    private void Refuse(JsonObject resource, string? except)
    {
        if (ScimJson.Text(resource, unique) is { } name && _resources.Any(other =>
            other.Key != except && string.Equals(ScimJson.Text(other.Value, unique), name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ScimException(new ScimError(409, ScimTypes.Uniqueness, $"There is a {kind} with the {unique} \"{name}\" already."));
        }
    }

    private JsonObject Store(string id, JsonObject resource, DateTimeOffset created)
    {
        var version = int.TryParse(ScimJson.Text(_resources.GetValueOrDefault(id)?["meta"] as JsonObject, "version")?.Trim('W', '/', '"'), out var last) ? last + 1 : 1;
        resource["id"] = id;
        if (kind == "User" && !resource.ContainsKey("active"))
        {
            resource["active"] = true;
        }

        resource["meta"] = new JsonObject
        {
            ["resourceType"] = kind,
            ["created"] = created.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["lastModified"] = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["version"] = string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\""),
        };
        return _resources[id] = resource;
    }
}
