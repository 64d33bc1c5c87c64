namespace Conformance.Saml.Potency;

/// <summary>An honest message: whatever is signed verifies under the IdP's key.</summary>
internal sealed record AllSignaturesStand : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var broken = message.Signatures.Count(signature => !signature.Stands(message.IdpKey));
        return message.Unreadable is { } why
            ? new PotencyFinding(false, $"The message is not well-formed: {why}")
            : Found(broken == 0,
                $"All {message.Signatures.Count} signatures verify under the IdP's key.",
                $"{broken} of {message.Signatures.Count} signatures do not verify.");
    }
}
