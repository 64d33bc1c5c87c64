using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Conformance.Saml.Potency;

/// <summary>
/// Without what Go's encoding/xml passes over, the message is the IdP's own; written again as that library does, it holds the forged values.
/// </summary>
/// <param name="Id">The ID of the element that the IdP signed.</param>
/// <param name="Values">The forged values.</param>
internal sealed partial record HiddenForged(string Id, IReadOnlyList<string> Values) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var first = Read(message, Directive().Replace(Colons().Replace(message.Text, string.Empty), string.Empty));
        var written = Written(message.Text);
        var again = Read(message, FirstRoot(Short().Replace(written, string.Empty)));
        var stands = new GenuineStands(Id).Examine(first);
        return Found(
            stands.Holds && !IsForged(first) && IsForged(again),
            "The message that is seen first is the IdP's own; written and read once more, it speaks of the victim.",
            !stands.Holds ? stands.Sentence
            : IsForged(first) ? "The message speaks of the victim at first sight."
            : $"Written and read once more, the message does not speak of the victim. {again.Unreadable}");
    }

    // An empty prefix is written as none, and a directive without the comments that stood in it.
    private static string Written(string text) => Directive().Replace(
        text.Replace("<::", "<", StringComparison.Ordinal).Replace("</::", "</", StringComparison.Ordinal),
        match => Comment().Replace(match.Value, string.Empty, 1));

    // A reader of what was written stops after the first element; what follows it need not be XML.
    private static string FirstRoot(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });
        try
        {
            return reader.MoveToContent() == XmlNodeType.Element ? reader.ReadOuterXml() : text;
        }
        catch (XmlException)
        {
            return text;
        }
    }

    private static ExaminedMessage Read(ExaminedMessage message, string text) => new(Encoding.UTF8.GetBytes(text), message.IdpKey, message.StrangerKey);

    private bool IsForged(ExaminedMessage message) => Values.Any(value => message.Elements.Any(element => element.InnerText == value));

    [GeneratedRegex("<::(\\w+).*?</::\\1>", RegexOptions.Singleline)]
    private static partial Regex Colons();

    /// <summary>A directive as it is read the first time: to the bracket after the literal.</summary>
    [GeneratedRegex("<! <<!-- -->!-- '[^']*' >>")]
    private static partial Regex Directive();

    /// <summary>The directive as it is read the second time: to the bracket after the comment.</summary>
    [GeneratedRegex("<! <!-- .*? --> >")]
    private static partial Regex Short();

    [GeneratedRegex("<!-- -->")]
    private static partial Regex Comment();
}
