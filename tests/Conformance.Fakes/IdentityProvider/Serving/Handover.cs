namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>What one host name of the identity provider tells the next by a one-time code, because they share no cookies.</summary>
/// <param name="Session">Who is signed in.</param>
/// <param name="Login">What for.</param>
internal sealed record Handover(IdpSession Session, Login Login);
