namespace Conformance.Saml.Tamperings.Edits;

/// <summary>One step of a path.</summary>
/// <param name="Name">A local name, or an attribute's name.</param>
/// <param name="Index">From 1; null takes the first.</param>
/// <param name="AttributeName">The Name that an Attribute element must have; null takes any.</param>
internal sealed record PathSegment(string Name, int? Index = null, string? AttributeName = null);
