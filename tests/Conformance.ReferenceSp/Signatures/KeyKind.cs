namespace Conformance.ReferenceSp.Signatures;

internal enum KeyKind
{
    Rsa,
    Ecdsa,
    Hmac,
}
