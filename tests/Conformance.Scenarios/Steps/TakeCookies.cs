using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>take-cookies: BROWSER</c> — this browser takes over the cookies of another.</summary>
/// <param name="Browser">Whose; <c>first</c> is the one without a name.</param>
/// <param name="Altered">Whether the values are changed before, in both.</param>
public sealed record TakeCookies(Text Browser, bool Altered) : Step;
