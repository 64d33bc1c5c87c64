namespace Conformance.Saml.Potency;

/// <summary>The written message contains a piece of text.</summary>
/// <param name="Text">The text.</param>
/// <param name="What">What it is, for a person.</param>
internal sealed record TextIsThere(string Text, string What) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message) => Found(
        message.Text.Contains(Text, StringComparison.Ordinal),
        $"{What} is in the message.", $"{What} is not in the message.");
}
