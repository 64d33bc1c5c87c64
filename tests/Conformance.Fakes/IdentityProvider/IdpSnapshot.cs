using Conformance.Saml.Keys;

namespace Conformance.Fakes.IdentityProvider;

/// <summary>What administrators have set up at an identity provider.</summary>
/// <param name="Applications">The applications.</param>
/// <param name="People">The people.</param>
/// <param name="Keys">The keys; the first signs.</param>
public sealed record IdpSnapshot(
    IReadOnlyList<ServiceProviderApplication> Applications, IReadOnlyList<IdpPerson> People, IReadOnlyList<SigningKey> Keys);
