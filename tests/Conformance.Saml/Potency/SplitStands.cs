using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Conformance.Saml.Potency;

/// <summary>A signed value that reads as the victim's where the cut is not seen for what it is.</summary>
/// <param name="Victim">The victim's value.</param>
/// <param name="Signed">What the IdP signed.</param>
/// <param name="Kind">What it is cut with.</param>
internal sealed partial record SplitStands(string Victim, string Signed, SplitKind Kind) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var seen = Kind == SplitKind.Instruction ? WithoutInstructions(message) : message;
        var isSigned = seen.Elements.Any(element => element.InnerText == Signed && seen.IsVouchedFor(element));
        var isCut = message.Elements.Any(IsCut);
        return Found(isSigned && isCut,
            $"The IdP's signature covers '{Signed}', and cut as it is it reads '{Victim}'.",
            isSigned ? $"The value is not cut so that it reads '{Victim}'." : $"No signature covers '{Signed}'.");
    }

    private bool IsCut(XmlElement element)
    {
        var texts = element.ChildNodes.Cast<XmlNode>().Where(node => node is System.Xml.XmlText).ToList();
        return Kind switch
        {
            SplitKind.Entity => element.OwnerDocument.DocumentType is not null && element.InnerText == Signed,
            SplitKind.Instruction when element.ChildNodes.OfType<XmlProcessingInstruction>().Any() =>
                string.Concat(texts.Select(text => text.Value)) is var rest && (rest == Victim || rest == Signed),
            _ => element.ChildNodes.Count > 1 && texts.Exists(text => text.Value == Victim),
        };
    }

    /// <summary>The message as one who reads an instruction's data as text has it.</summary>
    private static ExaminedMessage WithoutInstructions(ExaminedMessage message) => new(
        Encoding.UTF8.GetBytes(Instruction().Replace(message.Text, match => match.Groups[1].Value)),
        message.IdpKey, message.StrangerKey);

    // The XML declaration begins with the same letter.
    [GeneratedRegex(@"<\?x(?: (.*?))?\?>")]
    private static partial Regex Instruction();
}
