using Conformance.Scim.Paths;

namespace Conformance.Scim.Filters;

/// <summary>A complex attribute of which one value meets a condition on its parts.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Condition">The condition on one value.</param>
public sealed record ValuePath(AttributePath Attribute, Filter Condition) : Filter;
