namespace Conformance.Scim.Filters;

/// <summary>Both conditions.</summary>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
public sealed record And(Filter Left, Filter Right) : Filter;
