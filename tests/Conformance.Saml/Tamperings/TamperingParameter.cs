namespace Conformance.Saml.Tamperings;

/// <summary>One word that a tampering takes.</summary>
/// <param name="Name">The word.</param>
/// <param name="Summary">What it does.</param>
/// <param name="AllowedValues">The closed list of values, the default first; null allows any.</param>
/// <param name="Required">Whether it has to be given.</param>
public sealed record TamperingParameter(
    string Name, string Summary, IReadOnlyList<string>? AllowedValues = null, bool Required = false);
