using System.Runtime.CompilerServices;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Saml.Tamperings.Signatures;

/// <summary>Keys that attackers make.</summary>
internal static class SignatureKeys
{
    private static readonly ConditionalWeakTable<SigningKey, SigningKey> Lookalikes = [];

    /// <summary>A key whose certificate looks like the IdP's; the same one for the same IdP key.</summary>
    public static SigningKey Lookalike(ForgeContext context)
    {
        lock (Lookalikes)
        {
            return Lookalikes.GetValue(
                context.IdpKey, idp => SigningKey.CreateLookalike(idp.Name + "-lookalike", idp.Certificate));
        }
    }

    /// <summary>The plan's method if the key can do it, else SHA-256 with the kind of key.</summary>
    public static string MethodFor(SigningKey key, SigningPlan plan) =>
        plan.Key.Ecdsa is null == key.Ecdsa is null
            ? plan.SignatureMethod
            : key.Ecdsa is null ? SignatureAlgorithms.RsaSha256 : SignatureAlgorithms.EcdsaSha256;
}
