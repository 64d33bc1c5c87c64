using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Saml.Potency;

/// <summary>Written again by somebody who puts every literal in double quotes, the message is the genuine one; as it is, it holds the forged values.</summary>
/// <param name="Id">The ID of the element that the IdP signed.</param>
/// <param name="Values">The forged values.</param>
internal sealed partial record RereadGenuine(string Id, IReadOnlyList<string> Values) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        // The platform's reader wants no fragment in a system literal; what stands in it is no part of the document anyway.
        var first = Read(message, Literal().Replace(message.Text, "\"\""));
        var again = Read(message, Literal().Replace(message.Text, match => $"\"{match.Groups[1].Value}\""));
        var stands = new GenuineStands(Id).Examine(again);
        return Found(
            stands.Holds && IsForged(first) && !IsForged(again),
            "The message speaks of the victim; written and read once more, it is the IdP's own.",
            !IsForged(first) ? $"The message does not speak of the victim. {first.Unreadable}" : !stands.Holds ? stands.Sentence : "Written and read once more, the message speaks of the victim still.");
    }

    private static ExaminedMessage Read(ExaminedMessage message, string text) => new(Encoding.UTF8.GetBytes(text), message.IdpKey, message.StrangerKey);

    private bool IsForged(ExaminedMessage message) => Values.Any(value => message.Elements.Any(element => element.InnerText == value));

    [GeneratedRegex("(?<=SYSTEM )'([^']*)'", RegexOptions.Singleline)]
    private static partial Regex Literal();
}
