using System.Text.Json.Nodes;
using Conformance.Scim.Paths;
using Conformance.Scim.Resources;
using Conformance.Scim.Schemas;

namespace Conformance.Scim.Patching;

/// <summary>Applies a PATCH, RFC 7644 3.5.2: all of it, or by an exception nothing.</summary>
/// <param name="schema">What describes the resource.</param>
/// <param name="dialect">How literally the changes are read.</param>
public sealed class PatchApplication(ResourceSchema schema, WireDialect dialect)
{
    private readonly IReadOnlyList<string> _urns = [.. schema.Urns];

    /// <summary>Applies the changes one after the other.</summary>
    /// <param name="resource">The resource; it stays as it is.</param>
    /// <param name="operations">The changes.</param>
    /// <returns>The changed resource, in order.</returns>
    /// <exception cref="ScimException">One of the changes is not allowed.</exception>
    public JsonObject Apply(JsonObject resource, IEnumerable<PatchOperation> operations)
    {
        var changed = resource.DeepClone().AsObject();
        foreach (var operation in operations)
        {
            Apply(changed, operation);
        }

        var settled = new ResourceReader(schema, dialect).Settle(changed, keepReadOnly: true);
        foreach (var attribute in schema.Core.Attributes.Where(attribute => attribute.Required && !settled.ContainsKey(attribute.Name)))
        {
            throw new ScimException(ScimTypes.Mutability, $"\"{attribute.Name}\" is required and cannot be removed.");
        }

        return settled;
    }

    private static JsonObject Child(JsonObject owner, string name)
    {
        if (ScimJson.Find(owner, name, out var found) && found is JsonObject child)
        {
            return child;
        }

        child = ScimJson.NewObject();
        owner[name] = child;
        return child;
    }

    private void Apply(JsonObject resource, PatchOperation operation)
    {
        if (operation.Path is { Length: > 0 } path)
        {
            ApplyAt(resource, PatchPath.Parse(path, _urns), operation, explicitPath: true);
            return;
        }

        if (operation.Op == "remove")
        {
            throw new ScimException(ScimTypes.NoTarget, "\"remove\" needs a path.");
        }

        var values = operation.Value as JsonObject ?? throw new ScimException(ScimTypes.InvalidValue, "Without a path the value is an object.");
        foreach (var (name, value) in values.ToList())
        {
            // "id", "schemas" and "meta" come back to the server in what clients read before; only the server sets them.
            if (schema.Extension(name) is { } extension && value is JsonObject below)
            {
                foreach (var (part, content) in below.ToList())
                {
                    ApplyNamed(resource, $"{extension.Id}:{part}", operation with { Value = content });
                }
            }
            else if (!ResourceSchema.Common.Any(common => common.Name != "externalId" && string.Equals(common.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                ApplyNamed(resource, name, operation with { Value = value });
            }
        }
    }

    /// <summary>A name of a value without path. Entra ID writes paths there: "name.givenName", "urn:…:User:employeeNumber".</summary>
    private void ApplyNamed(JsonObject resource, string name, PatchOperation operation)
    {
        var path = dialect == WireDialect.Lenient && AttributePath.TryParse(name, _urns) is { Name.Length: > 0 } named
            ? named
            : new AttributePath(null, name, null);
        if (dialect == WireDialect.Rfc && name.StartsWith("urn:", StringComparison.OrdinalIgnoreCase))
        {
            path = AttributePath.TryParse(name, _urns) ?? path;
        }

        // What no schema knows is ignored here as it is in POST and PUT.
        if (schema.Find(path) is not null)
        {
            ApplyAt(resource, new PatchPath(path with { SubAttribute = null }, null, path.SubAttribute), operation, explicitPath: false);
        }
    }

    private void ApplyAt(JsonObject resource, PatchPath path, PatchOperation operation, bool explicitPath)
    {
        if (path.Attribute.Name.Length == 0)
        {
            ApplyToExtension(resource, path.Attribute.Schema!, operation);
            return;
        }

        var attribute = schema.Owner(path.Attribute)
            ?? throw new ScimException(ScimTypes.InvalidPath, $"No schema of this resource knows \"{path.Attribute}\".");
        var part = path.SubAttribute is { } name
            ? attribute.Sub(name) ?? throw new ScimException(ScimTypes.InvalidPath, $"\"{attribute.Name}\" has no part \"{name}\".")
            : null;
        if (attribute.Mutability == "readOnly" || part?.Mutability == "readOnly")
        {
            if (explicitPath)
            {
                throw new ScimException(ScimTypes.Mutability, $"\"{attribute.Name}\" is set by the server alone.");
            }

            return;
        }

        var owner = path.Attribute.Schema is { } urn && !schema.IsCore(urn) ? Child(resource, schema.Extension(urn)!.Id) : resource;
        new PatchTarget(dialect, owner, attribute, path.ValueFilter, part).Apply(operation);
    }

    private void ApplyToExtension(JsonObject resource, string urn, PatchOperation operation)
    {
        var extension = schema.Extension(urn) ?? throw new ScimException(ScimTypes.InvalidPath, $"\"{urn}\" is no extension.");
        if (operation.Op == "remove")
        {
            _ = resource.Remove(extension.Id);
            return;
        }

        foreach (var (name, value) in (operation.Value as JsonObject ?? ScimJson.NewObject()).ToList())
        {
            ApplyNamed(resource, $"{extension.Id}:{name}", operation with { Value = value });
        }
    }
}
