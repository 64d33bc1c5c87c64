using System.Xml;
using Conformance.Saml.Forging;
using Conformance.Saml.Potency;

namespace Conformance.Saml.Tamperings.Attacks;

/// <summary>A forged copy with the signed ID, hidden, while the genuine element stays where it was.</summary>
internal sealed class DuplicateId(TamperingArguments arguments) : Tampering
{
    public static CatalogueEntry Entry { get; } = new(
        new TamperingDescription(
            "duplicate-id",
            "Leaves the signed assertion where it is and puts a forged one with the same ID somewhere unsigned.",
            "The IdP's signature verifies over the untouched genuine element; the forged values are not covered.",
            [
                new("at", "Where the forged assertion stands.",
                    ["extensions", "status-detail", "sibling-before", "sibling-after", "object"]),
                new("signature", "Whether the forged assertion has a copy of the genuine Signature.", ["copy", "none"]),
                Impersonation.Parameter,
            ]),
        arguments => new DuplicateId(arguments));

    public override string Name => "duplicate-id";

    public override void AfterSigning(Workpiece work)
    {
        var target = Impersonation.Target(arguments, work.Context);
        var genuine = SignedPlaces.Outermost(work);
        var assertion = SignedPlaces.Assertion(work);
        if (genuine == work.Root && arguments.Text("at") != "object")
        {
            throw new TamperingException("whatever is added to a signed Response breaks it, but in the 'object'.");
        }

        var forged = Dom.Clone(assertion);
        Impersonation.Apply(forged, target, work);
        if (arguments.Text("signature") == "none")
        {
            forged.RemoveChild(Dom.Signature(forged)
                ?? throw new TamperingException("this assertion has no Signature that could be left out."));
        }

        Put(forged, assertion, Dom.Signature(genuine)!, work.Root);
        work.Claim(new GenuineStands(genuine.GetAttribute("ID")));
        work.Claim(new ForgedUncovered(Impersonation.Values(work.Context, target)));
    }

    private void Put(XmlElement forged, XmlElement assertion, XmlElement signature, XmlElement response)
    {
        switch (arguments.Text("at"))
        {
            case "extensions":
                Holders.Extensions(response).AppendChild(forged);
                break;
            case "status-detail":
                Holders.StatusDetail(response).AppendChild(forged);
                break;
            case "sibling-before":
                response.InsertBefore(forged, assertion);
                break;
            case "sibling-after":
                response.InsertAfter(forged, assertion);
                break;
            default:
                Holders.Object(signature).AppendChild(forged);
                break;
        }
    }
}
