using System.Xml;
using Conformance.Saml.Names;

namespace Conformance.Saml.Potency;

/// <summary>What was signed is so no more.</summary>
/// <param name="What">response, assertion or all.</param>
internal sealed record NotVouchedFor(string What) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var still = message.Signatures.Where(signature => IsMeant(signature.Element) && signature.Stands(message.IdpKey));
        return Found(!still.Any(),
            $"No signature of '{What}' verifies.", $"A signature of '{What}' still verifies under the IdP's key.");
    }

    private bool IsMeant(XmlElement signature) => What switch
    {
        "response" => signature.ParentNode is XmlElement { LocalName: "Response" },
        "assertion" => signature.ParentNode is XmlElement { LocalName: "Assertion" },
        _ => signature.NamespaceURI == SamlNamespaces.XmlSignature,
    };
}
