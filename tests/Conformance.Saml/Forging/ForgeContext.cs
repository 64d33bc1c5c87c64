using Conformance.Saml.Keys;
using Conformance.Saml.Messages;

namespace Conformance.Saml.Forging;

/// <summary>All that forging one Response may need.</summary>
public sealed record ForgeContext
{
    /// <summary>The honest answer, for the attacker's own account.</summary>
    public required ResponseDraft Draft { get; init; }

    /// <summary>The time that relative times start from.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The time at which the message is made: one for all that it says, so that two times of it which are to be equal are.</summary>
    public DateTimeOffset Now => field == default ? field = Clock.GetUtcNow() : field;

    /// <summary>Where fresh identifiers come from.</summary>
    public required IdSource Ids { get; init; }

    /// <summary>The IdP's key, which the SP trusts.</summary>
    public required SigningKey IdpKey { get; init; }

    /// <summary>The attacker's own key, which nobody trusts.</summary>
    public required SigningKey StrangerKey { get; init; }

    /// <summary>Other keys by the names that <c>sign-with</c> may use.</summary>
    public IReadOnlyDictionary<string, SigningKey> OtherKeys { get; init; } = new Dictionary<string, SigningKey>();

    /// <summary>What the attacker wants to be; null where nothing is forged.</summary>
    public Forgery? Forgery { get; init; }

    /// <summary>The request that is answered; null when the IdP starts.</summary>
    public AuthnRequest? Request { get; init; }

    /// <summary>A loopback address that records who asks for it; payloads append a path of their own.</summary>
    public string? CanaryUrl { get; init; }

    /// <summary>A file of this machine that nobody reads but who is made to; null where the SP could not read it.</summary>
    public string? CanaryPath { get; init; }

    /// <summary>What that file says, and nothing else does.</summary>
    public string? CanaryContent { get; init; }

    /// <summary>RelayState to return byte for byte; null posts none.</summary>
    public string? RelayState { get; init; }
}
