namespace Conformance.Scim.Filters;

/// <summary>Either condition.</summary>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
public sealed record Or(Filter Left, Filter Right) : Filter;
