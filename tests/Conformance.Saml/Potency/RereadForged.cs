using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Saml.Potency;

/// <summary>Written again by somebody who puts every literal in double quotes, the message holds the forged values; as it is, it does not.</summary>
/// <param name="Values">The forged values.</param>
internal sealed partial record RereadForged(IReadOnlyList<string> Values) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var written = Comment().Replace(Notation().Replace(message.Text, match => $"\"{match.Groups[1].Value}\""), string.Empty);
        var again = new ExaminedMessage(Encoding.UTF8.GetBytes(written), message.IdpKey, message.StrangerKey);
        var isForged = Values.Any(value => Holds(again, value));
        return Found(
            isForged && !Values.All(value => Holds(message, value)),
            "Written and read once more, the message speaks of the victim.",
            isForged ? "The message speaks of the victim as it is." : $"Written and read once more, the message does not speak of the victim. {again.Unreadable}");
    }

    private static bool Holds(ExaminedMessage message, string value) => message.Elements.Any(element => element.InnerText == value);

    [GeneratedRegex("'([^']*)'(?=>\\]>)", RegexOptions.Singleline)]
    private static partial Regex Notation();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
