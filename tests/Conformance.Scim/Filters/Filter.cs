namespace Conformance.Scim.Filters;

/// <summary>A condition on a resource, RFC 7644 3.4.2.2.</summary>
public abstract record Filter;
