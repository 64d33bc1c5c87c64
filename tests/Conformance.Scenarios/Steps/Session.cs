using Conformance.Scenarios.Model;

namespace Conformance.Scenarios.Steps;

/// <summary><c>session:</c> — who the service provider says is signed in: the oracle of every verdict.</summary>
public sealed record Session : Step
{
    /// <summary><c>nobody</c>, <c>no-gain</c>, <c>not-the-victim</c>, <c>whole</c>, <c>at-most-once</c>, or the role that must be signed in.</summary>
    public required Text SignedIn { get; init; }

    /// <summary>Attribute → value, list of values or matcher; a subset of what the session shows.</summary>
    public MapValue? Attributes { get; init; }

    /// <summary>The role the session shows.</summary>
    public Text? Role { get; init; }

    /// <summary>Whether the step expects that nobody is signed in.</summary>
    public bool ExpectsNobody => SignedIn.Raw == "nobody";

    /// <summary>Whether the step expects that nobody's session holds anything of anybody else.</summary>
    public bool ExpectsWhole => SignedIn.Raw == "whole";

    /// <summary>Whether the step expects that of what happened together, one part at most ended in a session.</summary>
    public bool ExpectsOneSession => SignedIn.Raw == "at-most-once";

    /// <summary>Whether the step expects that an attacker gained nothing.</summary>
    public bool ExpectsNoGain => SignedIn.Raw is "no-gain" or "not-the-victim";

    /// <summary>Whether what the message itself says of a person is no gain: another company's identity provider may say of its own people what it likes.</summary>
    public bool IgnoresWhatIsSaid => SignedIn.Raw == "not-the-victim";
}
