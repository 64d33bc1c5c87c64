namespace Conformance.ReferenceSp.Checks;

/// <summary>Why nobody was signed in.</summary>
/// <param name="Check">The check that failed.</param>
/// <param name="Clause">Where the check is written.</param>
/// <param name="Sentence">What was wrong.</param>
internal sealed record Refusal(string Check, string Clause, string Sentence);
