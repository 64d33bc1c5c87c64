namespace Conformance.Saml.Messages;

/// <summary>How the SP wants people authenticated, SAML core 3.3.2.2.1.</summary>
/// <param name="Comparison">exact, minimum, maximum or better; null when not said, which means exact.</param>
/// <param name="ClassRefs">The classes asked for.</param>
public sealed record RequestedAuthnContext(string? Comparison, IReadOnlyList<string> ClassRefs);
