using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scim.Schemas;

namespace Conformance.Scim.Resources;

/// <summary>
/// Reads the representation that a client sent: names as the schema spells them, what is unassigned or unknown left out, what only the
/// server may set ignored (RFC 7644 3.3 and 3.5.1), values checked against their types.
/// </summary>
/// <param name="schema">What describes the resource.</param>
/// <param name="dialect">How literally values are read.</param>
public sealed class ResourceReader(ResourceSchema schema, WireDialect dialect)
{
    private readonly ValueReader _values = new(dialect);

    /// <summary>Reads a representation.</summary>
    /// <param name="body">What the client sent.</param>
    /// <returns>The resource, without id and meta.</returns>
    /// <exception cref="ScimException">invalidValue or invalidSyntax, naming the attribute.</exception>
    public JsonObject Read(JsonObject body)
    {
        RequireSchemas(body);
        var resource = Settle(body, keepReadOnly: false);
        foreach (var attribute in schema.Core.Attributes.Where(attribute => attribute.Required && !resource.ContainsKey(attribute.Name)))
        {
            throw new ScimException(ScimTypes.InvalidValue, $"\"{attribute.Name}\" is required.");
        }

        return resource;
    }

    /// <summary>Brings a changed resource into order: values of the right type, nothing unassigned, the extensions in use among its schemas.</summary>
    /// <param name="changed">The resource.</param>
    /// <param name="keepReadOnly">Whether what only the server sets stays.</param>
    /// <returns>The resource in order.</returns>
    /// <exception cref="ScimException">invalidValue, naming the attribute.</exception>
    public JsonObject Settle(JsonObject changed, bool keepReadOnly)
    {
        var resource = ScimJson.NewObject();
        resource["schemas"] = new JsonArray(schema.Core.Id);
        foreach (var (name, value) in changed)
        {
            if (string.Equals(name, "schemas", StringComparison.OrdinalIgnoreCase) || ScimJson.IsUnassigned(value))
            {
                continue;
            }

            if (schema.Extension(name) is { } extension)
            {
                AddExtension(resource, extension, value!, keepReadOnly);
            }
            else if (schema.TopLevel(name) is { } attribute && (keepReadOnly || attribute.Mutability != "readOnly"))
            {
                Add(resource, attribute, value!, keepReadOnly, attribute.Name);
            }
        }

        return resource;
    }

    private void AddExtension(JsonObject resource, ScimSchema extension, JsonNode value, bool keepReadOnly)
    {
        var attributes = value as JsonObject ?? throw new ScimException(ScimTypes.InvalidValue, $"\"{extension.Id}\" holds an object.");
        var kept = ScimJson.NewObject();
        foreach (var (name, part) in attributes)
        {
            if (extension.Find(name) is { } attribute && !ScimJson.IsUnassigned(part) && (keepReadOnly || attribute.Mutability != "readOnly"))
            {
                Add(kept, attribute, part!, keepReadOnly, $"{extension.Id}:{attribute.Name}");
            }
        }

        if (kept.Count > 0)
        {
            resource[extension.Id] = kept;
            resource["schemas"]!.AsArray().Add(extension.Id);
        }
    }

    private void Add(JsonObject owner, ScimAttribute attribute, JsonNode value, bool keepReadOnly, string path)
    {
        var read = attribute.MultiValued ? _values.Many(attribute, value, keepReadOnly, path) : _values.One(attribute, value, keepReadOnly, path);
        if (!ScimJson.IsUnassigned(read) && read is not JsonObject { Count: 0 })
        {
            owner[attribute.Name] = read;
        }
    }

    private void RequireSchemas(JsonObject body)
    {
        if (!ScimJson.Find(body, "schemas", out var schemas) || schemas is not JsonArray urns
            || !urns.Any(urn => urn?.GetValueKind() == JsonValueKind.String && schema.IsCore(urn.GetValue<string>())))
        {
            throw new ScimException(ScimTypes.InvalidSyntax, $"\"schemas\" does not name {schema.Core.Id}.");
        }
    }
}
