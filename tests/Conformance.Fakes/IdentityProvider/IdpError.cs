namespace Conformance.Fakes.IdentityProvider;

/// <summary>What an error page says.</summary>
/// <param name="Code">The vendor's code, for example <c>AADSTS50105</c>; null where it has none.</param>
/// <param name="Text">The sentence; words in braces, such as {user}, are replaced.</param>
public sealed record IdpError(string? Code, string Text);
