namespace Conformance.Scim.Schemas;

/// <summary>A schema, RFC 7643 7.</summary>
/// <param name="Id">Its URN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it describes.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record ScimSchema(string Id, string Name, string Description, IReadOnlyList<ScimAttribute> Attributes)
{
    /// <summary>Finds an attribute.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>The attribute, or null.</returns>
    public ScimAttribute? Find(string name) =>
        Attributes.FirstOrDefault(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase));
}
