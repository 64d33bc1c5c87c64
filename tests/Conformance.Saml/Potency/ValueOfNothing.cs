namespace Conformance.Saml.Potency;

/// <summary>A SignatureValue of the message is what the IdP's key makes of no bytes.</summary>
internal sealed record ValueOfNothing : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message) => Found(
        message.Signatures.Any(signature => signature.VerifiesNothing(message.IdpKey)),
        "The SignatureValue is the IdP's for no bytes at all.",
        "No SignatureValue of the message is the IdP's for no bytes.");
}
