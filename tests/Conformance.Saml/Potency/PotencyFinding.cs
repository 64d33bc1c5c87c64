namespace Conformance.Saml.Potency;

/// <summary>One premise, looked at.</summary>
/// <param name="Holds">Whether it is true of the message.</param>
/// <param name="Sentence">What was found, for a person.</param>
public sealed record PotencyFinding(bool Holds, string Sentence);
