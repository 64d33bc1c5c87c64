namespace Conformance.Saml.Potency;

/// <summary>Every Reference is fulfilled, whatever the SignatureValue is worth.</summary>
internal sealed record DigestsFit : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message) => Found(
        message.Signatures.Count > 0 && message.Signatures.All(signature =>
            signature.SignedInfos.SelectMany(signature.References).All(reference => reference.IsFulfilled)),
        "Every digest is right.",
        "A digest is wrong, so that no verifier gets as far as the SignatureValue.");
}
