using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A forged SignedInfo beside the genuine one.</summary>
internal sealed class SecondSignedInfo(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "second-signed-info",
            "Adds a SignedInfo whose Reference fits the forged element: one reader verifies the genuine SignedInfo, "
            + "another follows the forged one.",
            "The IdP's SignedInfo verifies; the forged SignedInfo holds the digest of the forged element; unless it is "
            + "gone, the genuine element is untouched.",
            [
                new("order", "Which SignedInfo comes first.", ["forged-first", "genuine-first"]),
                new("at", "Beside the genuine SignedInfo, or in an Object.", ["signature", "object"]),
                new("genuine-at", "Where the genuine element is kept; gone: the forged one keeps its ID.",
                    ["gone", "object-of-signature", "response-extensions", "forged-advice"]),
                Impersonation.Parameter,
            ]),
        arguments => new SecondSignedInfo(arguments));

    public override string Name => "second-signed-info";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        XmlElement forged, signature;
        if (arguments.Text("genuine-at") == "gone")
        {
            var inPlace = new InPlaceForgery(arguments, work);
            (forged, signature) = (inPlace.Element, inPlace.Signature);
            work.Claim(new SignedInfoStands());
            work.Claim(new ForgedUncovered(inPlace.Values));
        }
        else
        {
            var wrapping = new Wrapping(work, "default", target, outOfOrder: false);
            wrapping.SetForgedId("new");
            wrapping.Arrange("forged", arguments.Required("genuine-at"));
            wrapping.ClaimPotency(target);
            (forged, signature) = (wrapping.Forged, wrapping.Signature);
        }

        Add(forged, signature, work);
        work.Claim(new ForgedDigestIsThere(forged.GetAttribute("ID")));
    }

    private void Add(XmlElement forged, XmlElement signature, Workpiece work)
    {
        var genuine = XmlSigner.Descendant(signature, "SignedInfo");
        StandAlone(genuine);
        var info = Dom.Clone(genuine);
        var digest = XmlSigner.Digest(forged, SignatureTemplate.From(work.Draft), signature);
        XmlSigner.Descendant(info, "Reference").SetAttribute("URI", "#" + forged.GetAttribute("ID"));
        XmlSigner.SetText(XmlSigner.Descendant(info, "DigestValue"), Convert.ToBase64String(digest));
        XmlNode added = info;
        if (arguments.Text("at") == "object")
        {
            added = work.Document.CreateElement(signature.Prefix, "Object", SamlNamespaces.XmlSignature);
            added.AppendChild(info);
        }

        if (arguments.Text("order") == "forged-first")
        {
            signature.InsertBefore(added, genuine);
        }
        else
        {
            signature.InsertAfter(added, genuine);
        }
    }
    // Declared where they are inherited, namespaces change nothing in what is signed. But some verify the SignedInfo as it is written,
    // because they took the one that they had made canonical before for the only one (goxmldsig, CVE-2020-15216).
    private static void StandAlone(XmlElement signedInfo) => signedInfo.SetAttribute(
        signedInfo.Prefix.Length == 0 ? "xmlns" : $"xmlns:{signedInfo.Prefix}", SamlNamespaces.XmlSignature);
}
