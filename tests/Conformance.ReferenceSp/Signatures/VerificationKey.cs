using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.ReferenceSp.Signatures;

/// <summary>A key that signatures are checked with. The certificate around it is only its wrapping (saml-metadata 2.4.1.1).</summary>
internal sealed class VerificationKey
{
    private readonly RSA? _rsa;
    private readonly ECDsa? _ecdsa;
    private readonly byte[]? _secret;

    private VerificationKey(RSA? rsa, ECDsa? ecdsa, byte[]? secret) => (_rsa, _ecdsa, _secret) = (rsa, ecdsa, secret);

    /// <summary>The key's size in bits.</summary>
    public int Size => _rsa?.KeySize ?? _ecdsa?.KeySize ?? (_secret?.Length ?? 0) * 8;

    /// <summary>The kind of key.</summary>
    public KeyKind Kind => _rsa is not null ? KeyKind.Rsa : _ecdsa is not null ? KeyKind.Ecdsa : KeyKind.Hmac;

    /// <summary>The certificate that brought the key; null where none did.</summary>
    public X509Certificate2? Certificate { get; private init; }

    public static VerificationKey Of(X509Certificate2 certificate) =>
        new(certificate.GetRSAPublicKey(), certificate.GetECDsaPublicKey(), null) { Certificate = certificate };

    public static VerificationKey Of(RSA key) => new(key, null, null);

    public static VerificationKey Of(ECDsa key) => new(null, key, null);

    public static VerificationKey OfSecret(byte[] secret) => new(null, null, secret);

    public bool Verifies(SignatureMethod method, byte[] signed, byte[] signature) => method.Key switch
    {
        KeyKind.Rsa => _rsa is not null && _rsa.VerifyData(signed, signature, method.Hash, method.Padding),
        KeyKind.Ecdsa => _ecdsa is not null && _ecdsa.VerifyData(signed, signature, method.Hash),
        _ => _secret is not null && CryptographicOperations.FixedTimeEquals(CryptographicOperations.HmacData(method.Hash, _secret, signed), signature),
    };
}
