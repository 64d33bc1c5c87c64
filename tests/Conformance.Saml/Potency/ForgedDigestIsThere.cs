namespace Conformance.Saml.Potency;

/// <summary>The right digest of a forged element stands somewhere in the message.</summary>
/// <param name="Id">The forged element's ID.</param>
internal sealed record ForgedDigestIsThere(string Id) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var references = message.Signatures.SelectMany(signature => signature.SignedInfos.SelectMany(signature.References));
        var digests = references.SelectMany(reference => message.ById(Id).Select(reference.DigestOf));
        return Found(
            digests.Any(digest => digest is not null
                && message.Text.Contains(Convert.ToBase64String(digest), StringComparison.Ordinal)),
            $"The digest of the forged element '{Id}' is in the message.",
            $"The digest of the forged element '{Id}' is nowhere in the message.");
    }
}
