using System.Numerics;
using System.Security.Cryptography;
using Conformance.Saml.Forging;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Saml.Signing;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Encryption;

/// <summary>
/// RSA key transport, XML Encryption 5.5. Done by hand, because the platform ties the mask's hash to the label's and
/// draws its own randomness, which would make messages differ from run to run.
/// </summary>
internal static class KeyTransport
{
    public static byte[] Encrypt(byte[] contentKey, RSA publicKey, EncryptionPlan plan, IdSource ids)
    {
        var parameters = publicKey.ExportParameters(includePrivateParameters: false);
        var length = parameters.Modulus!.Length;
        var padded = plan.KeyTransportMethod switch
        {
            EncryptionAlgorithms.Rsa15 => PadPkcs1(contentKey, length, ids),
            EncryptionAlgorithms.RsaOaepMgf1P =>
                PadOaep(contentKey, length, LabelHash(plan), HashAlgorithmName.SHA1, ids),
            EncryptionAlgorithms.RsaOaep => PadOaep(contentKey, length, LabelHash(plan), MaskHash(plan), ids),
            _ => throw new TamperingException(
                $"the key transport '{plan.KeyTransportMethod}' cannot be made, only named"),
        };
        var number = BigInteger.ModPow(
            Number(padded), Number(parameters.Exponent!), Number(parameters.Modulus!));
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - bytes.Length], .. bytes];
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static HashAlgorithmName LabelHash(EncryptionPlan plan) =>
        DigestMethod.Hash(plan.OaepDigest ?? DigestAlgorithms.Sha1);

    private static HashAlgorithmName MaskHash(EncryptionPlan plan) => plan.Mgf switch
    {
        null or EncryptionAlgorithms.Mgf1Sha1 => HashAlgorithmName.SHA1,
        EncryptionAlgorithms.Mgf1Sha256 => HashAlgorithmName.SHA256,
        EncryptionAlgorithms.Mgf1Sha384 => HashAlgorithmName.SHA384,
        EncryptionAlgorithms.Mgf1Sha512 => HashAlgorithmName.SHA512,
        _ => throw new TamperingException($"the mask generation '{plan.Mgf}' cannot be made, only named"),
    };

    /// <summary>RFC 8017, 7.2.1.</summary>
    private static byte[] PadPkcs1(byte[] message, int length, IdSource ids)
    {
        var filler = ids.NextBytes(length - message.Length - 3);
        for (var index = 0; index < filler.Length; index++)
        {
            filler[index] |= 1;
        }

        return [0, 2, .. filler, 0, .. message];
    }

    /// <summary>RFC 8017, 7.1.1, with an empty label.</summary>
    private static byte[] PadOaep(
        byte[] message, int length, HashAlgorithmName labelHash, HashAlgorithmName maskHash, IdSource ids)
    {
        var label = CryptographicOperations.HashData(labelHash, []);
        var room = length - message.Length - (2 * label.Length) - 2;
        if (room < 0)
        {
            throw new TamperingNotPossibleException("the SP's key is too short for this key transport.");
        }

        byte[] block = [.. label, .. new byte[room], 1, .. message];
        var seed = ids.NextBytes(label.Length);
        Xor(block, Mask(seed, block.Length, maskHash));
        Xor(seed, Mask(block, seed.Length, maskHash));
        return [0, .. seed, .. block];
    }

    private static void Xor(byte[] bytes, byte[] mask)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] ^= mask[index];
        }
    }

    /// <summary>MGF1, RFC 8017, B.2.1.</summary>
    private static byte[] Mask(byte[] seed, int length, HashAlgorithmName hash)
    {
        var mask = new List<byte>(length + 64);
        for (var counter = 0; mask.Count < length; counter++)
        {
            byte[] block = [.. seed, (byte)(counter >> 24), (byte)(counter >> 16), (byte)(counter >> 8), (byte)counter];
            mask.AddRange(CryptographicOperations.HashData(hash, block));
        }

        return [.. mask[..length]];
    }
}
