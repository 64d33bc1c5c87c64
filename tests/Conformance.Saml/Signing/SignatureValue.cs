using System.Security.Cryptography;
using Conformance.Saml.Keys;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Signing;

/// <summary>Makes the bytes of a signature.</summary>
internal static class SignatureValue
{
    public static byte[] Compute(byte[] data, string method, SigningKey key, byte[]? hmacKey)
    {
        var known = SignatureMethod.Find(method)
            ?? throw new TamperingException($"the signature method '{method}' cannot be made, only named");
        if (known.IsHmac)
        {
            return CryptographicOperations.HmacData(
                known.Hash, hmacKey ?? throw new TamperingException($"'{method}' needs a shared key"), data);
        }

        if (known.IsEcdsa)
        {
            var ecdsa = key.Ecdsa ?? throw Unfit(method, key);
            return ecdsa.SignData(data, known.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        var rsa = key.Rsa ?? throw Unfit(method, key);
        return rsa.SignData(data, known.Hash, known.Padding!);
    }

    private static TamperingException Unfit(string method, SigningKey key) =>
        new($"the key '{key.Name}' cannot sign with '{method}'");
}
