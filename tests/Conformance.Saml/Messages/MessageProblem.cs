namespace Conformance.Saml.Messages;

/// <summary>Something wrong with a message that was received.</summary>
/// <param name="Clause">Where it is written, for example <c>saml-core/3.4.1</c>.</param>
/// <param name="Sentence">What is wrong, for a person.</param>
public sealed record MessageProblem(string Clause, string Sentence);
