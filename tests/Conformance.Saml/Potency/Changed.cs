namespace Conformance.Saml.Potency;

/// <summary>An edit did something.</summary>
/// <param name="Tampering">Its name.</param>
/// <param name="Really">Whether the message is another than before.</param>
internal sealed record Changed(string Tampering, bool Really) : Premise
{
    public override PotencyFinding Examine(ExaminedMessage message) =>
        Found(Really, $"'{Tampering}' changed the message.", $"'{Tampering}' left the message as it was.");
}
