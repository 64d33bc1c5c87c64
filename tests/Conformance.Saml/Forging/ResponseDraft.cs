using Conformance.Saml.Messages;

namespace Conformance.Saml.Forging;

/// <summary>An honest Response before it is written: what it says, how it looks, how it is protected.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Signing">What is signed and how.</param>
/// <param name="Encryption">What is encrypted and how; null encrypts nothing.</param>
public sealed record ResponseDraft(
    ResponseContent Content, XmlStyle Style, SigningPlan Signing, EncryptionPlan? Encryption = null);
