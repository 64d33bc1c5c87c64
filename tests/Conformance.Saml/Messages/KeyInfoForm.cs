namespace Conformance.Saml.Messages;

/// <summary>How a signature names its key.</summary>
public enum KeyInfoForm
{
    /// <summary>X509Data with the certificate.</summary>
    X509Certificate,

    /// <summary>No KeyInfo at all.</summary>
    None,

    /// <summary>KeyName with the key's name.</summary>
    KeyName,

    /// <summary>KeyValue with the bare public key.</summary>
    KeyValue,

    /// <summary>KeyValue, then X509Data.</summary>
    KeyValueAndX509,

    /// <summary>X509Data with subject, issuer and serial number but no certificate.</summary>
    X509IssuerSerial,

    /// <summary>DEREncodedKeyValue of XML Signature 1.1.</summary>
    DerEncodedKeyValue,
}
