using Conformance.Saml.Keys;
using Conformance.Saml.Messages;

namespace Conformance.Saml.Forging;

/// <summary>A logout message before it is written.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Signing">With which key and how; the parts do not matter, since the message is signed as a whole.</param>
public sealed record LogoutDraft(LogoutContent Content, SigningPlan Signing)
{
    /// <summary>Whether it is signed.</summary>
    public bool IsSigned { get; init; } = true;

    /// <summary>Whether it travels in the query instead of in a form.</summary>
    public bool ByRedirect { get; init; } = true;

    /// <summary>How the name is hidden; <c>null</c>: it is not.</summary>
    public EncryptionPlan? Encryption { get; init; }

    /// <summary>RelayState; <c>null</c>: none.</summary>
    public string? RelayState { get; init; }

    /// <summary>The key that signs.</summary>
    public SigningKey Key => Signing.Key;
}
