using System.Security.Cryptography.X509Certificates;

namespace Conformance.Saml.Potency;

/// <summary>A signature that verifies, under a key that is not the IdP's.</summary>
/// <param name="Key">That key.</param>
internal sealed record SignedByAnother(PublicKey Key) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var isOther = !Key.ExportSubjectPublicKeyInfo().AsSpan()
            .SequenceEqual(message.IdpKey.ExportSubjectPublicKeyInfo());
        var holds = isOther && message.Signatures.Any(signature =>
            signature.Stands(Key) && !signature.Stands(message.IdpKey));
        return Found(holds,
            "A signature verifies under a key that is not the IdP's.",
            "No signature verifies under the other key, or it is the IdP's after all.");
    }
}
