using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>idp-answers: Response</c> — the identity provider answers the request it holds.</summary>
public sealed record IdpAnswers : Step
{
    /// <summary><c>Response</c>, <c>error</c> or <c>LogoutResponse</c>.</summary>
    public required Text Message { get; init; }

    /// <summary>The role about whom the answer speaks: <c>attacker</c> by default.</summary>
    public Text? Subject { get; init; }

    /// <summary>The role that the forged parts speak of: <c>victim</c> by default.</summary>
    public Text? Forge { get; init; }

    /// <summary>What is signed: <c>response</c>, <c>assertion</c>, <c>both</c> or <c>accepted</c> (the first place the target
    /// takes); <c>null</c>: <c>accepted</c>.</summary>
    public Text? Sign { get; init; }

    /// <summary>How it is signed, beyond the place: <c>method</c>, <c>digest</c>, <c>canonicalization</c>, <c>key-info</c>, <c>key</c>, …</summary>
    public MapValue? Signature { get; init; }

    /// <summary>How it is encrypted: <c>content</c>, <c>key-transport</c>, …; <c>null</c>: not at all.</summary>
    public MapValue? Encrypt { get; init; }

    /// <summary>How the XML is written: prefixes, declaration, …; <c>null</c>: as the look of the identity provider does.</summary>
    public MapValue? Style { get; init; }

    /// <summary>Whether it answers no request (IdP-initiated).</summary>
    public bool Unsolicited { get; init; }

    /// <summary>What the identity provider itself says differently, under a valid signature.</summary>
    public IReadOnlyList<Edit> Says { get; init; } = [];

    /// <summary>What happens to the message after it was signed.</summary>
    public IReadOnlyList<Edit> Tamper { get; init; } = [];

    /// <summary>The name of the request that it answers; <c>null</c>: the last one received.</summary>
    public Text? InResponseTo { get; init; }

    /// <summary>Which identity provider answers: <c>idp</c> by default, or <c>other-idp</c>.</summary>
    public Text? By { get; init; }

    /// <summary>Another RelayState than the one received; <c>null</c>: returned byte for byte.</summary>
    public Text? RelayState { get; init; }

    /// <summary>Where the message goes instead of the AssertionConsumerServiceURL.</summary>
    public Text? To { get; init; }

    /// <summary>Whether it is made and named but not delivered yet; <see cref="IdpRepeats"/> does that.</summary>
    public bool Held { get; init; }

    /// <summary>A name for <see cref="IdpRepeats"/>.</summary>
    public Text? As { get; init; }

    /// <summary>Whether anything about the message is not as an honest identity provider would send it.</summary>
    public bool Tampers => Says.Count > 0 || Tamper.Count > 0;
}
