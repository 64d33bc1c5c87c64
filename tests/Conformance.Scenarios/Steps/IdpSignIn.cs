using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>idp-sign-in: ROLE</c> — the person types e-mail and password at the identity provider's own page; if the
/// application is assigned to them, it answers one AuthnRequest.</summary>
/// <param name="Person">The role that signs in.</param>
/// <param name="Password">Another password than the person's own; <c>null</c>: the right one.</param>
public sealed record IdpSignIn(Text Person, Text? Password) : Step;
