namespace Conformance.Saml.Potency;

/// <summary>The IdP's SignatureValue still fits its SignedInfo, whatever became of what that refers to.</summary>
internal sealed record SignedInfoStands : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message) => Found(
        message.Signatures.Any(signature => signature.SignedInfos.Any(info => signature.Verifies(info, message.IdpKey))),
        "The IdP's SignatureValue fits its SignedInfo.",
        "No SignedInfo of the message verifies under the IdP's key.");
}
