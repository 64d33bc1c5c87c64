using Conformance.Saml.Forging;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>The IdP's Signature, moved to where only one of two parsers finds it; the forged assertion has one with a forged digest.</summary>
internal sealed class HiddenSignature(TamperingArguments arguments) : Tampering
{
    private readonly DisputedSignature _disputed = new(arguments.Text("by")!, arguments.Text("hidden-from") == "other");
    private string _name = string.Empty;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "hidden-signature",
            "Forges the signed assertion and writes a digest that fits into its Signature, which keeps the IdP's SignatureValue; the untouched "
            + "Signature stands in Extensions, hidden from one kind of parser.",
            "The IdP's SignatureValue fits the SignedInfo in Extensions for the one parser, and for the other there is none; the forged values are not covered.",
            [
                DisputedSignature.By,
                new("hidden-from", "Which parser does not take the untouched one for a Signature: the conforming one, or the other.", ["other", "conforming"]),
                new("digest", "The digest of the forged assertion without its Signature, or of nothing, with a namespace that canonicalization has to fail on.",
                    ["forged", "void"]),
                Impersonation.Parameter,
            ]),
        arguments => new HiddenSignature(arguments));

    public override string Name => "hidden-signature";

    public override void AfterSigning(Workpiece work)
    {
        var forgery = new InPlaceForgery(arguments, work);
        if (forgery.Element == work.Root)
        {
            throw new TamperingException("a Signature in Extensions is digested with a signed Response, so this goes with a signed assertion only.");
        }

        if (_disputed.IsUnprefixed && forgery.Signature.Prefix.Length > 0)
        {
            throw new TamperingException("parsers disagree on elements without a prefix only: write 'style: { signature-prefix: \"\" }'.");
        }

        _name = forgery.Signature.Name;
        Holders.Extensions(work.Root).AppendChild(_disputed.Copy(forgery.Signature, forgery.Signature.Prefix));
        var digest = forgery.Digest();
        if (arguments.Text("digest") == "void")
        {
            Dom.SetNamespace(forgery.Element, "void", "1");
            digest = Convert.ToBase64String(DigestMethod.Compute([], work.Draft.Signing.DigestMethod));
        }

        XmlSigner.SetText(XmlSigner.Descendant(forgery.Signature, "DigestValue"), digest);
        work.Claim(new SeenByOneParser(arguments.Text("hidden-from") == "other", text => _disputed.Turn(text, _name)));
        work.Claim(new TextIsThere(digest, "The digest that fits the forged assertion"));
        work.Claim(new ForgedUncovered(forgery.Values));
    }

    public override string OnText(string text, Workpiece work) => _disputed.Decide(text, work.Root.Name, _name);
}
