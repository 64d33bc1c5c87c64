using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>idp-shows: KIND</c> — the identity provider shows its own page of that kind, and the service provider got nothing.</summary>
/// <param name="Page"><c>unassigned</c>, <c>sign-in</c>, <c>wrong-password</c>, <c>bad-request</c>, <c>unknown-application</c>, …</param>
public sealed record IdpShows(Text Page) : Step;
