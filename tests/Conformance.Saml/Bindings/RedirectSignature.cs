using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Bindings;

/// <summary>The signature over a query, SAML bindings 3.4.4.1.</summary>
internal static class RedirectSignature
{
    public static SignatureCheck Check(RedirectMessage message, IEnumerable<X509Certificate2> certificates)
    {
        if (message.SignatureAlgorithm is null || message.Signature is null)
        {
            return new SignatureCheck(false, "The query is not signed.");
        }

        var octets = Encoding.UTF8.GetBytes(message.SignedOctets);
        var count = 0;
        foreach (var certificate in certificates)
        {
            count++;
            if (Verifies(certificate, message.SignatureAlgorithm, octets, [.. message.Signature]))
            {
                return new SignatureCheck(true, $"The query is signed by {certificate.Subject}.");
            }
        }

        return new SignatureCheck(
            false, $"The signature ({message.SignatureAlgorithm}) fits none of {count} certificates.");
    }

    private static bool Verifies(X509Certificate2 certificate, string method, byte[] octets, byte[] signature)
    {
        if (SignatureMethod.Find(method) is not { } known)
        {
            return false;
        }

        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null && known.Padding is not null)
        {
            return rsa.VerifyData(octets, signature, known.Hash, known.Padding);
        }

        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa is not null && known.IsEcdsa
            && (ecdsa.VerifyData(octets, signature, known.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
                || ecdsa.VerifyData(octets, signature, known.Hash, DSASignatureFormat.Rfc3279DerSequence));
    }
}
