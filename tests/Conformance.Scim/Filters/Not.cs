namespace Conformance.Scim.Filters;

/// <summary>The opposite.</summary>
/// <param name="Condition">Of what.</param>
public sealed record Not(Filter Condition) : Filter;
