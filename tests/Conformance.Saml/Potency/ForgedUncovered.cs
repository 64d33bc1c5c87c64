using System.Xml;

namespace Conformance.Saml.Potency;

/// <summary>Forged values are there, and nothing that the IdP signed contains them.</summary>
/// <param name="Values">The values.</param>
internal sealed record ForgedUncovered(IReadOnlyList<string> Values) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        foreach (var value in Values)
        {
            var places = message.Elements.Where(element => OwnText(element).Contains(value, StringComparison.Ordinal))
                .ToList();
            if (places.Count == 0)
            {
                return new PotencyFinding(false, $"The forged value '{value}' is nowhere in the message.");
            }

            if (places.Exists(message.IsVouchedFor))
            {
                return new PotencyFinding(false, $"The IdP's signature covers the forged value '{value}'.");
            }
        }

        return new PotencyFinding(true, "The forged values are there and no signature of the IdP covers them.");
    }

    private static string OwnText(XmlElement element) =>
        string.Concat(element.ChildNodes.Cast<XmlNode>().Where(node => node is XmlCharacterData and not XmlComment)
            .Select(node => node.Value));
}
