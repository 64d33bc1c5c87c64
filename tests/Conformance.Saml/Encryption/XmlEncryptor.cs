using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Saml.Signing;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Encryption;

/// <summary>Puts EncryptedAssertion, EncryptedID and EncryptedAttribute in the place of what they hide, SAML core 6.</summary>
internal static class XmlEncryptor
{
    private const string Xenc = SamlNamespaces.XmlEncryption;
    private const string Ds = SamlNamespaces.XmlSignature;

    /// <summary>Encrypts one Assertion, NameID or Attribute where it stands; returns what now stands there.</summary>
    public static XmlElement Encrypt(XmlElement element, EncryptionPlan plan, IdSource ids)
    {
        var name = element.LocalName switch
        {
            "Assertion" => "EncryptedAssertion",
            "NameID" => "EncryptedID",
            "Attribute" => "EncryptedAttribute",
            _ => throw new TamperingException($"SAML has no encrypted form of '{element.LocalName}'."),
        };
        var clear = ExactXml.ToBytes(Dom.Clone(element));
        var shell = element.OwnerDocument.CreateElement(element.Prefix, name, SamlNamespaces.Assertion);
        element.ParentNode!.ReplaceChild(shell, element);
        Dom.Declare(shell, shell.Prefix, SamlNamespaces.Assertion);
        Write(shell, clear, plan, ids);
        return shell;
    }

    /// <summary>Writes the ciphertext of any bytes into a shell.</summary>
    public static void Write(XmlElement shell, byte[] clear, EncryptionPlan plan, IdSource ids)
    {
        using var rsa = plan.Certificate.GetRSAPublicKey()
            ?? throw new TamperingNotPossibleException("the SP's encryption certificate has no RSA key.");
        var contentKey = ids.NextBytes(BlockCipher.KeyLength(plan.ContentMethod));
        var wrappedKey = KeyTransport.Encrypt(contentKey, rsa, plan, ids);
        var (dataId, keyId) = (ids.Next(), ids.Next());

        var data = Dom.Append(shell, "xenc", "EncryptedData", Xenc);
        data.SetAttribute("Id", dataId);
        data.SetAttribute("Type", EncryptionAlgorithms.ElementType);
        Dom.Append(data, "xenc", "EncryptionMethod", Xenc).SetAttribute("Algorithm", plan.ContentMethod);
        switch (plan.EncryptedKeyPlacement)
        {
            case EncryptedKeyPlacement.SiblingWithRetrievalMethod:
                var retrieval = Dom.Append(Dom.Append(data, "ds", "KeyInfo", Ds), "ds", "RetrievalMethod", Ds);
                retrieval.SetAttribute("Type", EncryptionAlgorithms.EncryptedKeyType);
                retrieval.SetAttribute("URI", "#" + keyId);
                WriteKey(shell, keyId, dataId, wrappedKey, plan);
                break;
            case EncryptedKeyPlacement.Sibling:
                WriteKey(shell, keyId, dataId, wrappedKey, plan);
                break;
            default:
                WriteKey(Dom.Append(data, "ds", "KeyInfo", Ds), keyId, null, wrappedKey, plan);
                break;
        }

        WriteCipher(data, BlockCipher.Encrypt(clear, contentKey, plan.ContentMethod, ids));
    }

    private static void WriteKey(XmlElement parent, string id, string? dataId, byte[] wrappedKey, EncryptionPlan plan)
    {
        var key = Dom.Append(parent, "xenc", "EncryptedKey", Xenc);
        key.SetAttribute("Id", id);
        var method = Dom.Append(key, "xenc", "EncryptionMethod", Xenc);
        method.SetAttribute("Algorithm", plan.KeyTransportMethod);
        if (plan is { OaepDigest: not null, KeyTransportMethod: EncryptionAlgorithms.RsaOaepMgf1P or EncryptionAlgorithms.RsaOaep })
        {
            Dom.Append(method, "ds", "DigestMethod", Ds).SetAttribute("Algorithm", plan.OaepDigest);
        }

        if (plan is { Mgf: not null, KeyTransportMethod: EncryptionAlgorithms.RsaOaep })
        {
            Dom.Append(method, "xenc11", "MGF", SamlNamespaces.XmlEncryption11).SetAttribute("Algorithm", plan.Mgf);
        }

        if (plan.NameCertificate)
        {
            KeyInfoWriter.WriteX509(
                Dom.Append(key, "ds", "KeyInfo", Ds), "ds", [Convert.ToBase64String(plan.Certificate.RawData)]);
        }

        WriteCipher(key, wrappedKey);
        if (dataId is not null)
        {
            var list = Dom.Append(key, "xenc", "ReferenceList", Xenc);
            Dom.Append(list, "xenc", "DataReference", Xenc).SetAttribute("URI", "#" + dataId);
        }
    }

    private static void WriteCipher(XmlElement parent, byte[] bytes) => Dom.Append(
        Dom.Append(parent, "xenc", "CipherData", Xenc), "xenc", "CipherValue", Xenc, Convert.ToBase64String(bytes));
}
