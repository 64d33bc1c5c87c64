using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Player.Playing;

/// <summary>The short words of scenario files for encryption.</summary>
internal static class EncryptionWords
{
    public static string Content(string word) => word switch
    {
        "aes128-cbc" => EncryptionAlgorithms.Aes128Cbc,
        "aes192-cbc" => EncryptionAlgorithms.Aes192Cbc,
        "aes256-cbc" => EncryptionAlgorithms.Aes256Cbc,
        "aes128-gcm" => EncryptionAlgorithms.Aes128Gcm,
        "aes192-gcm" => EncryptionAlgorithms.Aes192Gcm,
        "aes256-gcm" => EncryptionAlgorithms.Aes256Gcm,
        "tripledes-cbc" => EncryptionAlgorithms.TripleDesCbc,
        _ => word,
    };

    public static string KeyTransport(string word) => word switch
    {
        "rsa-1_5" => EncryptionAlgorithms.Rsa15,
        "rsa-oaep-mgf1p" => EncryptionAlgorithms.RsaOaepMgf1P,
        "rsa-oaep" => EncryptionAlgorithms.RsaOaep,
        _ => word,
    };

    public static string Mgf(string word) => word switch
    {
        "mgf1sha1" => EncryptionAlgorithms.Mgf1Sha1,
        "mgf1sha256" => EncryptionAlgorithms.Mgf1Sha256,
        "mgf1sha384" => EncryptionAlgorithms.Mgf1Sha384,
        "mgf1sha512" => EncryptionAlgorithms.Mgf1Sha512,
        _ => word,
    };

    public static EncryptedKeyPlacement Placement(string word) =>
        Enum.Parse<EncryptedKeyPlacement>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);

    public static EncryptionOrder Order(string word) =>
        Enum.Parse<EncryptionOrder>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);

    public static EncryptedParts Parts(string word) =>
        Enum.Parse<EncryptedParts>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);
}
