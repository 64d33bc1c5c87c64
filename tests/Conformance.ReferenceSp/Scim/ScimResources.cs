using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Scim;
using Conformance.Scim.Filters;
using Conformance.Scim.Patching;
using Conformance.Scim.Paths;
using Conformance.Scim.Resources;
using Conformance.Scim.Schemas;

namespace Conformance.ReferenceSp.Scim;

/// <summary>What is the same for users and groups.</summary>
internal abstract class ScimResources(string type, ResourceSchema schema, ScimStore store, ScimBlueprint blueprint)
{
    protected ScimStore Store { get; } = store;

    protected ScimBlueprint Blueprint { get; } = blueprint;

    public ScimAnswer List(ScimCall call)
    {
        var page = ScimPage.Of(call, Found(call, schema));
        return (page with { Resources = [.. page.Resources.Select(full => Shown(call, full))] }).ToAnswer();
    }

    /// <summary>All that the request's filter lets through, in the order that it wants.</summary>
    public IReadOnlyList<JsonObject> Found(ScimCall call, ResourceSchema described)
    {
        var all = Store.Of(call.Company, type, call.Now).Select(resource => Full(call, resource));
        if (call.Query.TryGetValue("filter", out var text) && text.Trim().Length > 0)
        {
            var filter = FilterParser.Parse(text, [.. described.Urns]);
            var evaluation = new FilterEvaluation(described);
            all = all.Where(resource => evaluation.Matches(filter, resource));
        }

        return call.Query.TryGetValue("sortBy", out var sortBy) && AttributePath.TryParse(sortBy, described.Urns) is { Name.Length: > 0 } path
            ? Sorting.Sort(all, described, path, call.Query.GetValueOrDefault("sortOrder") == "descending")
            : [.. all];
    }

    /// <summary>What of a resource the request asks for and may see.</summary>
    public JsonObject Shown(ScimCall call, JsonObject full) =>
        Projection.Parse(schema, call.Query.GetValueOrDefault("attributes"), call.Query.GetValueOrDefault("excludedAttributes")).Apply(full);

    public ScimAnswer Get(ScimCall call)
    {
        var resource = Known(call);
        return call.Headers.TryGetValue("If-None-Match", out var tags) && EntityTag.Matches(tags, resource.EntityTag)
            ? new ScimAnswer(304) { EntityTag = resource.EntityTag }
            : Shown(call, resource, 200);
    }

    public ScimAnswer Create(ScimCall call)
    {
        var content = Filled(new ResourceReader(schema, Blueprint.Dialect).Read(call.Body), null);
        Check(call, content, null);
        return Store.Add(call.Company, type, content, call.Now) is { } resource
            ? Shown(call, resource, 201)
            : throw new ScimException(new ScimError(409, ScimTypes.Uniqueness, "The user name is taken."));
    }

    public ScimAnswer Replace(ScimCall call)
    {
        var resource = Current(call);
        var content = Filled(new ResourceReader(schema, Blueprint.Dialect).Read(call.Body), resource);
        return Changed(call, resource, content);
    }

    public ScimAnswer Patch(ScimCall call)
    {
        var resource = Current(call);
        var application = new PatchApplication(schema, Blueprint.Dialect);
        var operations = PatchOperation.ReadAll(call.Body);
        var content = Blueprint is { PatchesAtomically: true, IgnoresBadPatches: false }
            ? application.Apply(resource.Content, operations)
            : PieceByPiece(call, resource, application, operations);
        return Changed(call, resource, content);
    }

    public ScimAnswer Delete(ScimCall call)
    {
        Store.Remove(call.Company, Current(call), call.Now);
        return new ScimAnswer(204);
    }

    /// <summary>What the resource holds beside what the client said: defaults, and what a replacement does not touch.</summary>
    protected abstract JsonObject Filled(JsonObject content, ScimResource? before);

    /// <summary>Throws where the content cannot be.</summary>
    protected abstract void Check(ScimCall call, JsonObject content, string? id);

    /// <summary>Adds what follows from other resources.</summary>
    protected abstract void Complete(ScimCall call, ScimResource resource, JsonObject full);

    private JsonObject PieceByPiece(ScimCall call, ScimResource resource, PatchApplication application, IReadOnlyList<PatchOperation> operations)
    {
        var content = resource.Content;
        foreach (var operation in operations)
        {
            try
            {
                content = application.Apply(content, [operation]);
            }
            catch (ScimException) when (Blueprint.IgnoresBadPatches)
            {
                continue;
            }
            catch (ScimException)
            {
                Store.Put(call.Company, resource.Changed(content, call.Now));
                throw;
            }
        }

        return content;
    }

    private ScimAnswer Changed(ScimCall call, ScimResource resource, JsonObject content)
    {
        Check(call, content, resource.Id);
        var changed = resource.Changed(content, call.Now);
        Store.Put(call.Company, changed);
        return Shown(call, changed, 200);
    }

    private ScimAnswer Shown(ScimCall call, ScimResource resource, int status)
    {
        var full = Full(call, resource);
        return new ScimAnswer(status, Shown(call, full))
        {
            Location = status == 201 ? ScimJson.Text(full["meta"]!.AsObject(), "location") : null,
            EntityTag = resource.EntityTag,
        };
    }

    private JsonObject Full(ScimCall call, ScimResource resource)
    {
        var full = ScimJson.NewObject();
        full["schemas"] = resource.Content["schemas"]!.DeepClone();
        full["id"] = resource.Id;
        foreach (var (name, value) in resource.Content.Where(pair => pair.Key is not ("schemas" or "id")))
        {
            full[name] = value?.DeepClone();
        }

        Complete(call, resource, full);
        full["meta"] = new JsonObject(ScimJson.NodeOptions)
        {
            ["resourceType"] = type[..^1],
            ["created"] = Time(resource.Created),
            ["lastModified"] = Time(resource.LastModified),
            ["location"] = $"{call.BaseUrl}/{type}/{resource.Id}",
            ["version"] = resource.EntityTag,
        };
        return full;
    }

    private ScimResource Current(ScimCall call)
    {
        var resource = Known(call);
        return !Blueprint.HonoursIfMatch || !call.Headers.TryGetValue("If-Match", out var tags) || EntityTag.Matches(tags, resource.EntityTag)
            ? resource
            : throw new ScimException(new ScimError(412, null, "The resource has changed since that version."));
    }

    private ScimResource Known(ScimCall call) =>
        (Blueprint.KeepsCompaniesApart ? Store.Find(call.Company, type, call.Id!, call.Now) : Store.FindAnywhere(type, call.Id!))
        ?? throw new ScimException(new ScimError(404, null, $"There is no \"{call.Id}\" among the {type}."));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
