namespace Conformance.Saml.Messages;

/// <summary>Whether the Response's signature covers the cleartext or the ciphertext.</summary>
public enum EncryptionOrder
{
    /// <summary>Everything is signed, then encrypted; a Response signature then no longer verifies as sent.</summary>
    SignThenEncrypt,

    /// <summary>The Assertion is signed and encrypted, then the Response is signed: what IdPs do.</summary>
    EncryptThenSignResponse,
}
