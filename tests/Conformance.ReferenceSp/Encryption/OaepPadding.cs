using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Conformance.ReferenceSp.Encryption;

/// <summary>RSAES-OAEP (RFC 8017, 7.1.2) where digest and mask use different hashes or a label, which the platform does not offer.</summary>
internal static class OaepPadding
{
    public static byte[] Decrypt(RSA key, byte[] cipher, HashAlgorithmName hash, HashAlgorithmName mask, byte[] label)
    {
        var parameters = key.ExportParameters(includePrivateParameters: true);
        var length = parameters.Modulus!.Length;
        var labelHash = CryptographicOperations.HashData(hash, label);
        if (cipher.Length != length || length < (2 * labelHash.Length) + 2)
        {
            throw new CryptographicException(Decryption.Fault);
        }

        var number = BigInteger.ModPow(Number(cipher), Number(parameters.D!), Number(parameters.Modulus));
        var encoded = new byte[length];
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.CopyTo(encoded, length - bytes.Length);

        var seed = encoded.AsSpan(1, labelHash.Length);
        var block = encoded.AsSpan(1 + labelHash.Length);
        Unmask(seed, block, mask);
        Unmask(block, seed, mask);

        var rest = block[labelHash.Length..];
        var start = rest.IndexOfAnyExcept((byte)0);
        var isGood = encoded[0] == 0 & CryptographicOperations.FixedTimeEquals(block[..labelHash.Length], labelHash) & start >= 0;
        return isGood && rest[start] == 1 ? rest[(start + 1)..].ToArray() : throw new CryptographicException(Decryption.Fault);
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static void Unmask(Span<byte> target, ReadOnlySpan<byte> source, HashAlgorithmName hash)
    {
        var input = new byte[source.Length + sizeof(int)];
        source.CopyTo(input);
        for (int offset = 0, counter = 0; offset < target.Length; counter++)
        {
            BinaryPrimitives.WriteInt32BigEndian(input.AsSpan(source.Length), counter);
            foreach (var value in CryptographicOperations.HashData(hash, input))
            {
                if (offset == target.Length)
                {
                    break;
                }

                target[offset++] ^= value;
            }
        }
    }
}
