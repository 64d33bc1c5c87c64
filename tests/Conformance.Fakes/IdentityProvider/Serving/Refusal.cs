namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Why something is refused: a kind of page and the words that its sentence needs.</summary>
internal sealed record Refusal(string Kind, params IReadOnlyList<(string Name, string? Value)> Words);
