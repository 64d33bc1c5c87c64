using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A message that some canonicalizers fail on, with the digest of nothing.</summary>
internal sealed class VoidCanonicalization(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "void-canonicalization",
            "Forges the signed element and declares a namespace in it that canonicalization has to fail on; where the "
            + "failure is read as an empty result, the digest of nothing fits anything.",
            "The DigestValue is that of no bytes, or the genuine one in a SignedInfo that verifies; the namespace is in "
            + "scope; the forged values are not covered.",
            [
                new("namespace", "A relative URI, a URI that cannot be parsed.", ["relative", "unparsable"]),
                new("on", "The forged element, or the Signature too, so that its SignedInfo is void as well.",
                    ["element", "signature"]),
                new("smuggled", "Whether the genuine DigestValue stays behind the void one as a comment.", ["no", "yes"]),
                new("digest", "The digest of nothing, or the genuine one, which only has to go uncompared.", ["void", "genuine"]),
                new("value", "The genuine SignatureValue, or the one that the IdP's key makes of nothing.", ["genuine", "of-nothing"]),
                Impersonation.Parameter,
            ]),
        arguments => new VoidCanonicalization(arguments));

    public override string Name => "void-canonicalization";

    public override void AfterSigning(Workpiece work)
    {
        if (arguments.Text("smuggled") == "yes" && arguments.Text("digest") == "genuine")
        {
            throw new TamperingException("'smuggled: yes' hides the genuine digest behind a void one, so it goes with 'digest: void' only.");
        }

        if (arguments.Text("value") == "of-nothing" && arguments.Text("digest") == "genuine")
        {
            throw new TamperingException("'value: of-nothing' is for a SignedInfo that is void too, so it goes with 'digest: void' only.");
        }

        var forgery = new InPlaceForgery(arguments, work);
        var ns = arguments.Text("namespace") == "relative" ? "1" : "http://[void:1";
        Dom.SetNamespace(arguments.Text("on") == "signature" ? forgery.Signature : forgery.Element, "void", ns);
        if (arguments.Text("digest") == "genuine")
        {
            work.Claim(arguments.Text("on") == "signature" ? new TextIsThere("xmlns:void", "The namespace") : new SignedInfoStands());
        }
        else
        {
            WriteVoidDigest(forgery, work);
        }

        if (arguments.Text("value") == "of-nothing")
        {
            SignNothing(forgery.Signature, work);
        }

        work.Claim(new TextIsThere($"xmlns:void=\"{ns}\"", "The namespace to fail on"));
        work.Claim(new ForgedUncovered(forgery.Values));
    }

    private static void SignNothing(XmlElement signature, Workpiece work)
    {
        var value = SignatureValue.Compute([], work.Draft.Signing.SignatureMethod, work.Context.IdpKey, null);
        XmlSigner.SetText(XmlSigner.Descendant(signature, "SignatureValue"), Convert.ToBase64String(value));
        work.Claim(new ValueOfNothing());
    }

    private void WriteVoidDigest(InPlaceForgery forgery, Workpiece work)
    {
        var nothing = Convert.ToBase64String(DigestMethod.Compute([], work.Draft.Signing.DigestMethod));
        var value = XmlSigner.Descendant(forgery.Signature, "DigestValue");
        var genuine = value.InnerText;
        XmlSigner.SetText(value, nothing);
        if (arguments.Text("smuggled") == "yes")
        {
            value.AppendChild(work.Document.CreateComment(genuine));
        }

        work.Claim(new TextIsThere(nothing, "The digest of no bytes"));
    }
}
