namespace Conformance.Saml.Potency;

/// <summary>The message as a whole is not what the IdP signed, whatever it may have signed inside.</summary>
internal sealed record RootNotVouchedFor : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message) => Found(
        message.Document?.DocumentElement is { } root && !message.IsVouchedFor(root),
        "No signature of the IdP covers the message as it is sent.",
        message.Unreadable is { } why ? $"The message cannot be read: {why}" : "A signature of the IdP covers the message as it is sent.");
}
