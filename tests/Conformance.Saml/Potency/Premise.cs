namespace Conformance.Saml.Potency;

/// <summary>What has to be true of a message for it to be the attack that it is sent as.</summary>
internal abstract record Premise
{
    /// <summary>Whether it speaks of the message before encryption.</summary>
    public bool OnPlain { get; init; } = true;

    /// <summary>Looks at the message.</summary>
    public abstract PotencyFinding Examine(ExaminedMessage message);

    /// <summary>One sentence when it holds, another when not.</summary>
    protected static PotencyFinding Found(bool holds, string sentence, string otherwise) =>
        new(holds, holds ? sentence : otherwise);
}
