using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A second Signature inside the signed element, which only its SignatureValue makes part of what the digest leaves out.</summary>
internal sealed class TwinSignature(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "twin-signature",
            "Puts a second Signature with the genuine SignatureValue, and a forged assertion in its Object, beside the genuine one.",
            "Whoever leaves every Signature with that value out of the digest finds the IdP's signature good; the forged values are not covered.",
            [
                new("of", "What the IdP signed: the Response, its assertion, or an error Response that takes the whole message's place.",
                    ["response", "assertion", "error-response"]),
                new("place", "Where the twin stands.", ["before", "after"]),
                Impersonation.Parameter,
            ]),
        arguments => new TwinSignature(arguments));

    public override string Name => "twin-signature";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var forged = Impersonation.Copy(SignedPlaces.Assertion(work), target, work);
        var signed = Signed(work);
        var signature = Dom.Signature(signed)!;
        var twin = Holders.Decoy(signature, forged);
        _ = arguments.Text("place") == "before" ? signed.InsertBefore(twin, signature) : signed.InsertAfter(twin, signature);
        work.Claim(new StandsWithoutTwins(signed.GetAttribute("ID")));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private XmlElement Signed(Workpiece work)
    {
        var of = arguments.Required("of");
        if (of != "error-response")
        {
            return SignedPlaces.Signed(work, of)[0];
        }

        var error = (XmlElement)work.Document.ImportNode(ForeignDocuments.Make("error-response", work), true);
        work.Document.ReplaceChild(error, work.Root);
        return error;
    }
}
