namespace Conformance.Saml.Potency;

/// <summary>
/// The IdP's own SignedInfo verifies, and its Reference leads to the untouched element that it was made for.
/// </summary>
/// <param name="Id">That element's ID.</param>
internal sealed record GenuineStands(string Id) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var covered = message.Signatures.SelectMany(signature => signature.Covered(message.IdpKey));
        return Found(covered.Any(element => element.GetAttribute("ID") == Id),
            $"The IdP's signature verifies and covers the untouched element '{Id}'.",
            $"No signature that verifies under the IdP's key covers an untouched element '{Id}'."
            + (message.Unreadable is null ? "" : $" The message cannot be read: {message.Unreadable}"));
    }
}
