using System.Text;

namespace Conformance.Saml.Potency;

/// <summary>The IdP's SignatureValue fits a SignedInfo for one of two parsers, and none for the other.</summary>
/// <param name="Conforming">Whether it is the conforming parser that finds it.</param>
/// <param name="Turn">The message's text as the other parser understands it.</param>
internal sealed record SeenByOneParser(bool Conforming, Func<string, string> Turn) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message)
    {
        var turned = new ExaminedMessage(Encoding.UTF8.GetBytes(Turn(message.Text)), message.IdpKey, message.StrangerKey);
        var (finder, other) = Conforming ? (message, turned) : (turned, message);
        var found = new SignedInfoStands().Examine(finder);
        var foundToo = new SignedInfoStands().Examine(other).Holds;
        return Found(
            found.Holds && !foundToo && other.Elements.Count > 0,
            $"The IdP's SignatureValue fits a SignedInfo that only {(Conforming ? "a conforming parser" : "another than a conforming parser")} finds.",
            !found.Holds ? found.Sentence : foundToo ? "Both parsers find the SignedInfo that the IdP signed." : $"The message cannot be read. {other.Unreadable}");
    }
}
