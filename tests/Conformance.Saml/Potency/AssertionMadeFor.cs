using System.Xml;

namespace Conformance.Saml.Potency;

/// <summary>An assertion that was made for somebody or something else than the Response around it says.</summary>
/// <param name="InResponseTo">What the Response answers.</param>
/// <param name="Audience">Whom it is for.</param>
internal sealed record AssertionMadeFor(string? InResponseTo, string? Audience) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var root = message.Document?.DocumentElement;
        var data = message.Elements.FirstOrDefault(element => element.LocalName == "SubjectConfirmationData");
        var audience = message.Elements.FirstOrDefault(element => element.LocalName == "Audience")?.InnerText;
        var isOther = Value(data, "InResponseTo") != InResponseTo || audience != Audience;
        return Found(isOther && Value(root, "InResponseTo") == InResponseTo,
            "The assertion was made for another request or another SP; the Response fits.",
            "The assertion fits the request and the SP after all, or the Response does not.");
    }

    private static string? Value(XmlElement? element, string name) => element?.GetAttributeNode(name)?.Value;
}
