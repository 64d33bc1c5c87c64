using System.Text.Json.Nodes;
using Conformance.Scim.Paths;

namespace Conformance.Scim.Filters;

/// <summary>An attribute compared with a value.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Operator">How, in lower case: eq ne co sw ew gt ge lt le.</param>
/// <param name="Value">With what; null is JSON's null.</param>
public sealed record Comparison(AttributePath Attribute, string Operator, JsonValue? Value) : Filter;
