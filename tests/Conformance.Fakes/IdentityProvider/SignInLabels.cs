namespace Conformance.Fakes.IdentityProvider;

/// <summary>The words on the sign-in page that a person looks for.</summary>
/// <param name="UserName">The label of the first field.</param>
/// <param name="Password">The label of the password field.</param>
/// <param name="Button">The button.</param>
public sealed record SignInLabels(string UserName, string Password, string Button);
