namespace Conformance.Saml.Messages;

/// <summary>What of an Assertion is encrypted.</summary>
[Flags]
public enum EncryptedParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The Assertion as a whole: EncryptedAssertion.</summary>
    Assertion = 1,

    /// <summary>The NameID: EncryptedID.</summary>
    NameId = 2,

    /// <summary>Every Attribute: EncryptedAttribute.</summary>
    Attributes = 4,
}
