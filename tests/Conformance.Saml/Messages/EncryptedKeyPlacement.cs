namespace Conformance.Saml.Messages;

/// <summary>Where the EncryptedKey stands, SAML core 6.2 allows both.</summary>
public enum EncryptedKeyPlacement
{
    /// <summary>In the KeyInfo of the EncryptedData.</summary>
    Inside,

    /// <summary>Beside the EncryptedData, which points there by a RetrievalMethod.</summary>
    SiblingWithRetrievalMethod,

    /// <summary>Beside the EncryptedData, with nothing that points there.</summary>
    Sibling,
}
