using Conformance.Saml.Forging;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A decoy Signature that is one for one kind of parser only.</summary>
internal sealed class ParserDifferential(TamperingArguments arguments) : Tampering
{
    private const string Prefix = "k";

    private readonly DisputedSignature _disputed = new(arguments.Text("by")!, arguments.Text("seen-by") == "conforming");

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "parser-differential",
            "Forges the signed element, which keeps its Signature, and puts a decoy into Extensions that is a Signature "
            + "for one parser and not for another; it has the genuine SignatureValue and the forged digest.",
            "The IdP's SignedInfo verifies; the decoy holds the forged digest and is a Signature exactly when a "
            + "conforming parser is meant to see it.",
            [
                DisputedSignature.By,
                new("seen-by", "Whether the conforming parser takes the decoy for a Signature, or the other one.",
                    ["other", "conforming"]),
                Impersonation.Parameter,
            ]),
        arguments => new ParserDifferential(arguments));

    public override string Name => "parser-differential";

    public override void AfterSigning(Workpiece work)
    {
        var forgery = new InPlaceForgery(arguments, work);
        var copy = Dom.Clone(forgery.Signature);
        XmlSigner.SetText(XmlSigner.Descendant(copy, "DigestValue"), forgery.Digest());
        var decoy = _disputed.Copy(copy, _disputed.IsUnprefixed ? "" : Prefix);
        // What stands in a signed Response changes its digest, so there the decoy stands in the Signature instead.
        var holder = forgery.Element == work.Root ? Holders.Object(forgery.Signature) : Holders.Extensions(work.Root);
        holder.AppendChild(decoy);
        forgery.ClaimPotency();
        work.Claim(new DecoySeen(forgery.Digest(), arguments.Text("seen-by") == "conforming"));
    }

    public override string OnText(string text, Workpiece work) => _disputed.Decide(text, work.Root.Name, $"{Prefix}:Signature");
}
