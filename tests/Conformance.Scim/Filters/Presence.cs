using Conformance.Scim.Paths;

namespace Conformance.Scim.Filters;

/// <summary>An attribute that has a value.</summary>
/// <param name="Attribute">The attribute.</param>
public sealed record Presence(AttributePath Attribute) : Filter;
