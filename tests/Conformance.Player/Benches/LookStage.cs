using System.Security.Cryptography;
using System.Text;
using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Playing;
using Conformance.Saml.Messages;

namespace Conformance.Player.Benches;

/// <summary>
/// Builds the stage of <c>idp/</c> scenarios: the target as it is, and its identity provider in another vendor's look. Issuer, addresses and
/// keys stay those that the target was configured with; XML style, signing, time window, claims and pages are the look's.
/// </summary>
internal static class LookStage
{
    public static Stage Build(Bench bench, string name)
    {
        var generic = bench.Generic;
        var look = bench.Settings.Fixtures.IdentityProviders[name];
        var idp = bench.NewIdp(Dress(generic.Idp.Settings, look, generic.Cast.Values), "idp", null);
        var places = Places(look.Signing.Parts, generic.SigningPlaces);

        // The format that the target's file asks for is what an administrator would choose; without one the look's default is sent.
        var application = generic.Application with { SignedParts = places[0], NameIdFormat = null };
        idp.Register(application);
        var cast = generic.Cast.ToDictionary(member => member.Key, member => member.Value with { AtIdp = InDirectory(member.Value.AtIdp) }, StringComparer.Ordinal);
        foreach (var member in cast.Values)
        {
            idp.Add(member.AtIdp);
        }

        return new Stage
        {
            Idp = idp,
            Application = application,
            OtherIdp = generic.OtherIdp,
            OtherApplication = generic.OtherApplication,
            Cast = cast,
            Scope = generic.Scope,
            Probe = generic.Probe,
            Journeys = generic.Journeys,
            Labels = generic.Labels,
            IdpKey = generic.IdpKey,
            StrangerKey = generic.StrangerKey,
            OtherKeys = generic.OtherKeys,
            Forgery = generic.Forgery,
            SigningPlaces = places,
            EncryptionCertificate = generic.EncryptionCertificate,
            BlockEncryption = generic.BlockEncryption,
            InsistsOnEncryption = generic.InsistsOnEncryption,
            Canary = generic.Canary,
        };
    }

    private static IdentityProviderSettings Dress(IdentityProviderSettings configured, IdentityProviderSettings look, IEnumerable<CastMember> cast)
    {
        string Fixed(string address) => address.Replace("{tenant}", configured.Tenant, StringComparison.Ordinal);
        var own = cast.SelectMany(member => member.Attributes.Keys).ToHashSet(StringComparer.Ordinal);
        return look with
        {
            Issuer = Fixed(configured.Issuer),
            SingleSignOnAddress = Fixed(configured.SingleSignOnAddress),
            SignInAddress = Fixed(configured.SignInAddress),
            PortalAddress = Fixed(configured.PortalAddress),
            MetadataAddress = Fixed(configured.MetadataAddress),

            // The target gets the attributes that it needs, and beside them what the vendor sends unless an administrator removes it.
            BuiltInClaims = [.. look.BuiltInClaims, .. look.DefaultClaims.Where(claim => !own.Contains(claim.Name))],
        };
    }

    private static IReadOnlyList<SignedParts> Places(SignedParts usual, IReadOnlyList<SignedParts> accepted) =>
        accepted.Contains(usual) ? [usual, .. accepted.Where(place => place != usual)] : accepted;

    private static IdpPerson InDirectory(IdpPerson person) =>
        person with { ObjectId = person.ObjectId ?? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(person.UserName)).AsSpan(0, 16)).ToString() };
}
