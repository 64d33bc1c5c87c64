using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>idp-sends: LogoutRequest</c> — the identity provider sends a logout message that nobody asked for.</summary>
public sealed record IdpSends : Step
{
    /// <summary><c>LogoutRequest</c> or <c>LogoutResponse</c>.</summary>
    public required Text Message { get; init; }

    /// <summary>The role whom it names: <c>attacker</c> by default.</summary>
    public Text? Subject { get; init; }

    /// <summary>The answer whose NameID and SessionIndex it names; <c>null</c>: the last one about the subject.</summary>
    public Text? SessionOf { get; init; }

    /// <summary><c>idp</c> (the default), <c>stranger</c>, <c>other-idp</c> or <c>nobody</c>.</summary>
    public Text? Signer { get; init; }

    /// <summary><c>redirect</c> or <c>post</c>; <c>null</c>: as the service provider takes it, by redirect if it can.</summary>
    public Text? Binding { get; init; }

    /// <summary>Whether the person is named by an EncryptedID.</summary>
    public bool Encrypted { get; init; }

    /// <summary>What it says differently, under its signature.</summary>
    public IReadOnlyList<Edit> Says { get; init; } = [];

    /// <summary>What happens to it after it was signed.</summary>
    public IReadOnlyList<Edit> Tamper { get; init; } = [];

    /// <summary>RelayState; <c>null</c>: none.</summary>
    public Text? RelayState { get; init; }

    /// <summary>A name for <see cref="IdpRepeats"/>.</summary>
    public Text? As { get; init; }
}
