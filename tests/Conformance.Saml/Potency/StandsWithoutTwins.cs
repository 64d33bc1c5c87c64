using System.Text;
using System.Xml;

namespace Conformance.Saml.Potency;

/// <summary>The IdP's signature is good once the Signatures are gone that have a SignatureValue and no SignedInfo, and not before.</summary>
/// <param name="Id">The ID of the signed element.</param>
internal sealed record StandsWithoutTwins(string Id) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        if (message.Document?.CloneNode(deep: true) is not XmlDocument copy)
        {
            return new PotencyFinding(false, $"The message cannot be read: {message.Unreadable}");
        }

        var twins = copy.SelectNodes("//*")!.OfType<XmlElement>()
            .Where(element => element.LocalName == "Signature" && !ExaminedSignature.Children(element, "SignedInfo").Any()).ToList();
        foreach (var twin in twins)
        {
            twin.ParentNode?.RemoveChild(twin);
        }

        var stands = new GenuineStands(Id);
        return Found(
            twins.Count > 0 && !stands.Examine(message).Holds
                && stands.Examine(new ExaminedMessage(Encoding.UTF8.GetBytes(copy.OuterXml), message.IdpKey, message.StrangerKey)).Holds,
            $"The IdP's signature of '{Id}' is good where its twin is left out.",
            $"The IdP's signature of '{Id}' is not good without the twin, or is good with it.");
    }
}
