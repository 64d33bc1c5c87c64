namespace Conformance.Saml.Messages;

/// <summary>Which name identifier the SP asks for, SAML core 3.4.1.1.</summary>
/// <param name="Format">The format asked for.</param>
/// <param name="AllowCreate">Whether a new identifier may be made; null when not said.</param>
/// <param name="SPNameQualifier">In which domain of names.</param>
public sealed record NameIdPolicy(string? Format = null, bool? AllowCreate = null, string? SPNameQualifier = null);
