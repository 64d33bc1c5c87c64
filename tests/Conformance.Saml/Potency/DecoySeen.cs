using Conformance.Saml.Names;

namespace Conformance.Saml.Potency;

/// <summary>An element called Signature holds the forged digest; whether it really is one is as wanted.</summary>
/// <param name="Digest">The forged digest.</param>
/// <param name="IsSignature">Whether a conforming parser finds a Signature there.</param>
internal sealed record DecoySeen(string Digest, bool IsSignature) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var decoy = message.Elements.FirstOrDefault(element =>
            element.LocalName == "DigestValue" && element.InnerText == Digest);
        var seen = decoy?.NamespaceURI == SamlNamespaces.XmlSignature;
        return Found(decoy is not null && seen == IsSignature,
            $"The decoy holds the forged digest and {(seen ? "is" : "is not")} a Signature for a conforming parser.",
            decoy is null
                ? $"There is no decoy with the forged digest. {message.Unreadable}"
                : "The decoy is a Signature for the wrong kind of parser.");
    }
}
