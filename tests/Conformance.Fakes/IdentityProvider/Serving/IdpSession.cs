namespace Conformance.Fakes.IdentityProvider.Serving;

/// <summary>Somebody is signed in at the identity provider.</summary>
/// <param name="Id">The cookie's value.</param>
/// <param name="UserName">Who.</param>
/// <param name="Since">Since when; the AuthnInstant.</param>
internal sealed record IdpSession(string Id, string UserName, DateTimeOffset Since);
