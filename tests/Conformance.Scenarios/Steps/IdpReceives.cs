using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>idp-receives: AuthnRequest</c> — the identity provider has received a message from the service provider.</summary>
/// <param name="Message"><c>AuthnRequest</c>, <c>LogoutRequest</c>, <c>LogoutResponse</c> or <c>nothing</c>.</param>
/// <param name="As">A name under which later steps reach its fields, <c>${request.ID}</c>; <c>null</c> when none is needed.</param>
/// <param name="Expect">Field → expected value or matcher; <c>null</c> when receiving it is all.</param>
public sealed record IdpReceives(Text Message, Text? As, MapValue? Expect) : Step;
