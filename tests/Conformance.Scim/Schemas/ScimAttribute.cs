namespace Conformance.Scim.Schemas;

/// <summary>What a schema says of one attribute, RFC 7643 7.</summary>
public sealed record ScimAttribute
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its type, such as <c>string</c> or <c>complex</c>.</summary>
    public string Type { get; init; } = "string";

    /// <summary>Whether it holds many values.</summary>
    public bool MultiValued { get; init; }

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether a resource must have it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether upper and lower case differ.</summary>
    public bool CaseExact { get; init; }

    /// <summary><c>readOnly</c>, <c>readWrite</c>, <c>immutable</c> or <c>writeOnly</c>.</summary>
    public string Mutability { get; init; } = "readWrite";

    /// <summary><c>always</c>, <c>never</c>, <c>default</c> or <c>request</c>.</summary>
    public string Returned { get; init; } = "default";

    /// <summary><c>none</c>, <c>server</c> or <c>global</c>.</summary>
    public string Uniqueness { get; init; } = "none";

    /// <summary>Suggested values.</summary>
    public IReadOnlyList<string> CanonicalValues { get; init; } = [];

    /// <summary>What a reference may point to.</summary>
    public IReadOnlyList<string> ReferenceTypes { get; init; } = [];

    /// <summary>The parts of a complex attribute.</summary>
    public IReadOnlyList<ScimAttribute> SubAttributes { get; init; } = [];

    /// <summary>Whether it has parts.</summary>
    public bool IsComplex => Type == "complex";

    /// <summary>Finds a part.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>The part, or null.</returns>
    public ScimAttribute? Sub(string name) =>
        SubAttributes.FirstOrDefault(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase));
}
