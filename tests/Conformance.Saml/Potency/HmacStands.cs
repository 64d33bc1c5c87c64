namespace Conformance.Saml.Potency;

/// <summary>An HMAC that is right under bytes that everybody knows, over elements that are as they were signed.</summary>
/// <param name="Secret">Those bytes.</param>
internal sealed record HmacStands(byte[] Secret) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message) => Found(
        message.Signatures.Count > 0 && message.Signatures.All(signature => signature.SignedInfos.Any(info =>
            signature.VerifiesHmac(info, Secret) && signature.References(info).All(reference => reference.IsFulfilled))),
        "Every signature is an HMAC that verifies under the bytes of the IdP's certificate.",
        "A signature is no HMAC that verifies under the bytes of the IdP's certificate.");
}
