using Conformance.Scim.Paths;

namespace Conformance.Scim.Schemas;

/// <summary>All that describes one kind of resource: its core schema and its extensions.</summary>
/// <param name="Core">The schema whose attributes stand at the top.</param>
/// <param name="Extensions">Schemas whose attributes stand below their URN.</param>
public sealed record ResourceSchema(ScimSchema Core, IReadOnlyList<ScimSchema> Extensions)
{
    /// <summary>The attributes that every resource has, RFC 7643 3 and 3.1.</summary>
    public static IReadOnlyList<ScimAttribute> Common { get; } =
    [
        new() { Name = "schemas", Type = "reference", MultiValued = true, CaseExact = true, Returned = "always", Required = true },
        new() { Name = "id", CaseExact = true, Mutability = "readOnly", Returned = "always", Uniqueness = "server" },
        new() { Name = "externalId", CaseExact = true },
        new()
        {
            Name = "meta",
            Type = "complex",
            Mutability = "readOnly",
            SubAttributes =
            [
                new() { Name = "resourceType", CaseExact = true, Mutability = "readOnly" },
                new() { Name = "created", Type = "dateTime", Mutability = "readOnly" },
                new() { Name = "lastModified", Type = "dateTime", Mutability = "readOnly" },
                new() { Name = "location", Type = "reference", CaseExact = true, Mutability = "readOnly" },
                new() { Name = "version", CaseExact = true, Mutability = "readOnly" },
            ],
        },
    ];

    /// <summary>The URNs of all its schemas, the core's first.</summary>
    public IEnumerable<string> Urns => [Core.Id, .. Extensions.Select(extension => extension.Id)];

    /// <summary>Finds an attribute of the top level.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>The attribute, or null.</returns>
    public ScimAttribute? TopLevel(string name) =>
        Common.FirstOrDefault(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase)) ?? Core.Find(name);

    /// <summary>Finds an extension.</summary>
    /// <param name="urn">Its URN, in any case.</param>
    /// <returns>The extension, or null.</returns>
    public ScimSchema? Extension(string urn) =>
        Extensions.FirstOrDefault(extension => string.Equals(extension.Id, urn, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds what a path names, its part where it names one.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The attribute; null when no schema knows it.</returns>
    public ScimAttribute? Find(AttributePath path)
    {
        var attribute = Owner(path);
        return path.SubAttribute is { } part ? attribute?.Sub(part) : attribute;
    }

    /// <summary>Finds the attribute of a path, not its part.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The attribute; null when no schema knows it.</returns>
    public ScimAttribute? Owner(AttributePath path) => path.Schema is null || IsCore(path.Schema)
        ? TopLevel(path.Name)
        : Extension(path.Schema)?.Find(path.Name);

    /// <summary>Whether a URN is the core schema's.</summary>
    /// <param name="urn">The URN.</param>
    /// <returns>True when it is.</returns>
    public bool IsCore(string urn) => string.Equals(urn, Core.Id, StringComparison.OrdinalIgnoreCase);
}
