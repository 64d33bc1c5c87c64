namespace Conformance.Saml.Bindings;

/// <summary>What came of checking a query's signature.</summary>
/// <param name="IsValid">Whether one of the certificates verifies it.</param>
/// <param name="Sentence">What was found, for a person.</param>
public sealed record SignatureCheck(bool IsValid, string Sentence);
