using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using Conformance.ReferenceSp.Checks;
using Conformance.ReferenceSp.Companies;
using Conformance.ReferenceSp.Signatures;
using Conformance.ReferenceSp.Xml;

namespace Conformance.ReferenceSp.Flawed;

/// <summary>The right mathematics with a key that proves nothing.</summary>
internal static class KeyFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("trusts-embedded-certificate", "Verifies with the certificate that the message itself brings in KeyInfo.", ["NEG-02", "ATK-12"],
            blueprint => blueprint with { TrustedKeys = (attempt, signature) => EmbeddedCertificates(signature).Select(VerificationKey.Of).Concat(attempt.Company.Keys) })
        { Cves = ["CVE-2015-5372"] },
        new("trusts-certificate-by-subject", "Accepts an embedded certificate when its subject and issuer read like the configured one's.", ["ATK-12"],
            blueprint => blueprint with
            {
                TrustedKeys = (attempt, signature) => EmbeddedCertificates(signature)
                    .Where(certificate => attempt.Company.Keys.Any(key => key.Certificate?.Subject == certificate.Subject && key.Certificate.Issuer == certificate.Issuer))
                    .Select(VerificationKey.Of).Concat(attempt.Company.Keys),
            }),
        new("trusts-certificate-by-serial", "Accepts an embedded certificate when it has the configured one's serial number.", ["ATK-12"],
            blueprint => blueprint with
            {
                TrustedKeys = (attempt, signature) => EmbeddedCertificates(signature)
                    .Where(certificate => attempt.Company.Keys.Any(key => key.Certificate?.SerialNumber == certificate.SerialNumber))
                    .Select(VerificationKey.Of).Concat(attempt.Company.Keys),
            }),
        new("trusts-bare-key-value", "Where KeyInfo holds a KeyValue and no certificate, verifies with that key (pysaml2 with xmlsec1).", ["ATK-13", "NEG-02"],
            blueprint => blueprint with { TrustedKeys = (attempt, signature) => KeyValues(signature, mayHaveCertificate: false).Concat(attempt.Company.Keys) })
        { Cves = ["CVE-2021-21239"] },
        new("trusts-key-value-beside-certificate", "Authenticates by the certificate in KeyInfo, which is the configured one, but verifies with the KeyValue beside it.", ["ATK-13"],
            blueprint => blueprint with
            {
                TrustedKeys = (attempt, signature) => EmbeddedCertificates(signature).Any(certificate => attempt.Company.Keys.Any(key => key.Certificate?.Thumbprint == certificate.Thumbprint))
                    ? KeyValues(signature, mayHaveCertificate: true).Concat(attempt.Company.Keys)
                    : attempt.Company.Keys,
            }),
        new("trusts-any-companys-key", "Keeps all customers' certificates in one store: any customer's identity provider can speak for every other.", ["ATK-33", "NEG-27", "NEG-02"],
            blueprint => blueprint with { TrustedKeys = (attempt, _) => attempt.Companies.SelectMany(company => company.Keys) }),
        new("trusts-keys-of-same-issuer", "Looks certificates up by Issuer alone; two customers whose identity provider goes by the same Issuer share them.", ["NEG-27", "ATK-33"],
            blueprint => blueprint with
            {
                TrustedKeys = (attempt, _) => attempt.Companies.Where(company => company.Issuer == attempt.Company.Issuer).SelectMany(company => company.Keys),
            }),
        new("trusts-removed-certificate", "Goes on taking a certificate that was replaced in the settings.", ["NEG-32"],
            blueprint => blueprint with { TrustedKeys = (attempt, _) => attempt.Company.Keys.Concat(attempt.Company.FormerKeys) }),
        new("takes-expired-metadata", "Refreshes the identity provider's metadata without looking at validUntil.", ["NEG-33"],
            blueprint => blueprint with
            {
                Refresh = (configuration, metadata, now) => Company.Refreshed(configuration, metadata.Replace(" validUntil=", " formerly=", StringComparison.Ordinal), now),
            }),
        new("takes-metadata-of-another-entity", "Refreshes the identity provider's metadata without looking whose it is.", ["NEG-33"],
            blueprint => blueprint with
            {
                Refresh = (configuration, metadata, now) =>
                    Company.Refreshed(configuration with { Issuer = IdpMetadata.Parse(metadata, now).EntityId }, metadata, now) with { Issuer = configuration.Issuer },
            }),
        new("collects-keys-from-anything", "Takes every certificate in what it fetches, whatever it is: no descriptor of an identity provider, a document that is cut off.", ["NEG-33"],
            blueprint => blueprint with { Refresh = WithEveryCertificate }),
        new("never-refreshes-metadata", "Reads the identity provider's metadata once and keeps it.", ["POS-38", "NEG-32"],
            blueprint => blueprint with { Refresh = (configuration, _, _) => configuration }) { IsFalselyStrict = true },
        new("ignores-keys-without-use", "Takes only a KeyDescriptor that says use=\"signing\".", ["POS-09"],
            blueprint => blueprint with
            {
                TrustedKeys = (attempt, _) => attempt.Company.Keys.Where(key => key.Certificate is null || !attempt.Company.WithoutUse.Contains(key.Certificate.Thumbprint)),
            }) { IsFalselyStrict = true },
        new("needs-no-signature-of-keys-without-use", "Takes messages without a signature when no key of the metadata says use=\"signing\" (Keycloak).", ["POS-09", "NEG-01"],
            blueprint => UnsignedWhen(blueprint, company => company.Keys.Count > 0 && company.Keys.All(key => key.Certificate is { } certificate && company.WithoutUse.Contains(certificate.Thumbprint))))
        { Cves = ["CVE-2026-16443"] },
        new("needs-no-signature-without-a-key", "Takes messages without a signature when the metadata lists no key any more (SolarWinds Web Help Desk).", ["NEG-01"],
            blueprint => UnsignedWhen(blueprint, company => company.Keys.Count == 0))
        { Cves = ["CVE-2026-28323"] },
        new("opens-with-first-key-only", "Publishes two encryption keys and opens with the first.", ["POS-11"],
            blueprint => blueprint with { DecryptionKeys = company => company.DecryptionKeys.Take(1) }) { IsFalselyStrict = true },
        .. HmacFlaws(),
    ];

    private static CompanyConfiguration WithEveryCertificate(CompanyConfiguration configuration, string metadata, DateTimeOffset now) => configuration with
    {
        Certificates =
        [
            .. configuration.Certificates,
            .. metadata.Split("X509Certificate>").Where((_, index) => index % 2 == 1).Select(part => part[..part.IndexOf('<', StringComparison.Ordinal)]),
        ],
    };

    private static Blueprint UnsignedWhen(Blueprint blueprint, Func<Company, bool> lacks) => blueprint.Replacing(
        "assertion-is-signed", attempt => lacks(attempt.Company) ? null : SignatureChecks.AssertionIsCovered(attempt));

    private static IEnumerable<Flaw> HmacFlaws()
    {
        (string Name, Func<Company, string, byte[]> Secret)[] representations =
        [
            ("as-configured", (_, text) => Encoding.UTF8.GetBytes(text)),
            ("pem", (company, text) => Encoding.UTF8.GetBytes(Pem(text) + "\n")),
            ("pem-without-final-newline", (company, text) => Encoding.UTF8.GetBytes(Pem(text))),
            ("pem-crlf", (company, text) => Encoding.UTF8.GetBytes(Pem(text).ReplaceLineEndings("\r\n") + "\r\n")),
            ("pem-in-one-line", (company, text) => Encoding.UTF8.GetBytes(
                $"-----BEGIN CERTIFICATE-----\n{Convert.ToBase64String(Der(text))}\n-----END CERTIFICATE-----")),
            ("base64", (company, text) => Encoding.UTF8.GetBytes(Convert.ToBase64String(Der(text)))),
            ("der", (company, text) => Der(text)),
            ("spki-pem", (company, text) => Encoding.UTF8.GetBytes(PemEncoding.WriteString("PUBLIC KEY", Spki(text)) + "\n")),
            ("spki-pem-without-final-newline", (company, text) => Encoding.UTF8.GetBytes(PemEncoding.WriteString("PUBLIC KEY", Spki(text)))),
            ("spki-der", (company, text) => Spki(text)),
        ];
        return representations.Select(representation => new Flaw(
            "accepts-hmac-keyed-by-" + representation.Name,
            $"Takes an HMAC method and hands it the certificate as the secret ({representation.Name.Replace('-', ' ')}), which everybody knows.",
            ["NEG-06"],
            blueprint => blueprint.Without("signature-algorithms") with
            {
                TrustedKeys = (attempt, signature) => SignatureMethods.Symmetric.ContainsKey(signature.SignatureMethod)
                    ? attempt.Company.CertificateTexts.Select(text => VerificationKey.OfSecret(representation.Secret(attempt.Company, text)))
                    : attempt.Company.Keys,
            })
        {
            Cves = ["GHSA-c27r-x354-4m68"],
        });
    }

    private static byte[] Der(string text) => text.Contains("-----BEGIN", StringComparison.Ordinal)
        ? X509Certificate2.CreateFromPem(text).RawData
        : Convert.FromBase64String(text);

    private static string Pem(string text) => PemEncoding.WriteString("CERTIFICATE", Der(text));

    private static byte[] Spki(string text) => X509CertificateLoader.LoadCertificate(Der(text)).PublicKey.ExportSubjectPublicKeyInfo();

    private static IEnumerable<X509Certificate2> EmbeddedCertificates(XmlSignature signature) =>
        InKeyInfo(signature, "X509Certificate").Select(element => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(element.Text())));

    private static IEnumerable<VerificationKey> KeyValues(XmlSignature signature, bool mayHaveCertificate)
    {
        if (!mayHaveCertificate && InKeyInfo(signature, "X509Certificate").Any())
        {
            yield break;
        }

        foreach (var value in InKeyInfo(signature, "RSAKeyValue"))
        {
            yield return VerificationKey.Of(RSA.Create(new RSAParameters
            {
                Modulus = Convert.FromBase64String(value.Element("Modulus", XmlNames.Signature)?.Text() ?? ""),
                Exponent = Convert.FromBase64String(value.Element("Exponent", XmlNames.Signature)?.Text() ?? ""),
            }));
        }

        foreach (var value in InKeyInfo(signature, "DEREncodedKeyValue"))
        {
            var key = RSA.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(value.Text()), out _);
            yield return VerificationKey.Of(key);
        }
    }

    private static IEnumerable<XmlElement> InKeyInfo(XmlSignature signature, string name) =>
        signature.Element.Element("KeyInfo", XmlNames.Signature)?.Descendants().Where(element => element.LocalName == name) ?? [];
}
