namespace Conformance.ReferenceSp.Checks;

/// <summary>One Attribute element; the same Name may occur in several.</summary>
internal sealed record SamlAttribute(string Name, string? FriendlyName, IReadOnlyList<string> Values);
