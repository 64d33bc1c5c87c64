using System.Security.Cryptography;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Tamperings;

namespace Conformance.Saml.Encryption;

/// <summary>Block encryption, XML Encryption 5.2: the vector, the ciphertext and for GCM the tag, in one piece.</summary>
internal static class BlockCipher
{
    private const int GcmVector = 12;
    private const int GcmTag = 16;

    public static int KeyLength(string method) => method switch
    {
        EncryptionAlgorithms.Aes128Cbc or EncryptionAlgorithms.Aes128Gcm => 16,
        EncryptionAlgorithms.Aes192Cbc or EncryptionAlgorithms.Aes192Gcm or EncryptionAlgorithms.TripleDesCbc => 24,
        EncryptionAlgorithms.Aes256Cbc or EncryptionAlgorithms.Aes256Gcm => 32,
        _ => throw new TamperingException($"the encryption method '{method}' cannot be made, only named"),
    };

    public static byte[] Encrypt(byte[] clear, byte[] key, string method, IdSource ids) =>
        method.EndsWith("-gcm", StringComparison.Ordinal)
            ? EncryptGcm(clear, key, ids.NextBytes(GcmVector))
            : EncryptCbc(clear, key, method, ids);

    private static byte[] EncryptGcm(byte[] clear, byte[] key, byte[] vector)
    {
        using var gcm = new AesGcm(key, GcmTag);
        var result = new byte[GcmVector + clear.Length + GcmTag];
        vector.CopyTo(result, 0);
        gcm.Encrypt(vector, clear, result.AsSpan(GcmVector, clear.Length), result.AsSpan(GcmVector + clear.Length));
        return result;
    }

    private static byte[] EncryptCbc(byte[] clear, byte[] key, string method, IdSource ids)
    {
        using SymmetricAlgorithm cipher =
            method == EncryptionAlgorithms.TripleDesCbc ? TripleDES.Create() : Aes.Create();
        cipher.Key = key;
        var size = cipher.BlockSize / 8;
        var padded = new byte[((clear.Length / size) + 1) * size];
        clear.CopyTo(padded, 0);
        padded[^1] = (byte)(padded.Length - clear.Length);
        var vector = ids.NextBytes(size);
        return [.. vector, .. cipher.EncryptCbc(padded, vector, PaddingMode.None)];
    }
}
