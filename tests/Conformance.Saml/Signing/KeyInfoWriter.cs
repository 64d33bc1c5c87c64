using System.Numerics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Saml.Signing;

/// <summary>Writes KeyInfo, XML Signature 4.5.</summary>
internal static class KeyInfoWriter
{
    private const string Ds = SamlNamespaces.XmlSignature;
    private const string Dsig11 = SamlNamespaces.XmlSignature11;

    public static void Write(XmlElement signature, SignatureTemplate template) =>
        Write(signature, template.Prefix, template.NamedKey ?? template.Key, template.KeyInfo, template.ExtraCertificates);

    public static void Write(
        XmlElement signature, string prefix, SigningKey key, KeyInfoForm form,
        IReadOnlyList<string>? extraCertificates = null)
    {
        if (form == KeyInfoForm.None)
        {
            return;
        }

        var info = Dom.Append(signature, prefix, "KeyInfo", Ds);
        switch (form)
        {
            case KeyInfoForm.KeyName:
                Dom.Append(info, prefix, "KeyName", Ds, key.Name);
                break;
            case KeyInfoForm.KeyValue:
                WriteKeyValue(info, prefix, key);
                break;
            case KeyInfoForm.KeyValueAndX509:
                WriteKeyValue(info, prefix, key);
                WriteX509(info, prefix, [key.CertificateBase64]);
                break;
            case KeyInfoForm.X509IssuerSerial:
                WriteIssuerSerial(info, prefix, key.Certificate);
                break;
            case KeyInfoForm.DerEncodedKeyValue:
                Dom.Append(info, "dsig11", "DEREncodedKeyValue", Dsig11,
                    Convert.ToBase64String(key.Certificate.PublicKey.ExportSubjectPublicKeyInfo()));
                break;
            default:
                WriteX509(info, prefix, [key.CertificateBase64, .. extraCertificates ?? []]);
                break;
        }
    }

    public static void WriteX509(XmlElement info, string prefix, IEnumerable<string> certificates)
    {
        var data = Dom.Append(info, prefix, "X509Data", Ds);
        foreach (var certificate in certificates)
        {
            Dom.Append(data, prefix, "X509Certificate", Ds, certificate);
        }
    }

    public static void WriteKeyValue(XmlElement info, string prefix, SigningKey key)
    {
        var value = Dom.Append(info, prefix, "KeyValue", Ds);
        if (key.Rsa is not null)
        {
            var rsa = key.Rsa.ExportParameters(includePrivateParameters: false);
            var element = Dom.Append(value, prefix, "RSAKeyValue", Ds);
            Dom.Append(element, prefix, "Modulus", Ds, Convert.ToBase64String(rsa.Modulus!));
            Dom.Append(element, prefix, "Exponent", Ds, Convert.ToBase64String(rsa.Exponent!));
            return;
        }

        var curve = key.Ecdsa!.ExportParameters(includePrivateParameters: false);
        var ec = Dom.Append(value, "dsig11", "ECKeyValue", Dsig11);
        Dom.Append(ec, "dsig11", "NamedCurve", Dsig11).SetAttribute("URI", "urn:oid:" + CurveOid(curve.Curve));
        Dom.Append(ec, "dsig11", "PublicKey", Dsig11,
            Convert.ToBase64String([4, .. curve.Q.X!, .. curve.Q.Y!]));
    }

    private static string CurveOid(ECCurve curve) => curve.Oid.Value ?? curve.Oid.FriendlyName switch
    {
        "nistP384" or "ECDSA_P384" => "1.3.132.0.34",
        "nistP521" or "ECDSA_P521" => "1.3.132.0.35",
        _ => "1.2.840.10045.3.1.7",
    };

    private static void WriteIssuerSerial(XmlElement info, string prefix, X509Certificate2 certificate)
    {
        var data = Dom.Append(info, prefix, "X509Data", Ds);
        var issuerSerial = Dom.Append(data, prefix, "X509IssuerSerial", Ds);
        Dom.Append(issuerSerial, prefix, "X509IssuerName", Ds, certificate.Issuer);
        var serial = new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true);
        Dom.Append(issuerSerial, prefix, "X509SerialNumber", Ds, serial.ToString(CultureInfo.InvariantCulture));
        Dom.Append(data, prefix, "X509SubjectName", Ds, certificate.Subject);
    }
}
